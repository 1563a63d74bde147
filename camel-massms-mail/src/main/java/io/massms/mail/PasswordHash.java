/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file except in
 * compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the License is
 * distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and limitations under the License.
 */
package io.massms.mail;

import java.io.Console;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Scanner;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password that can be checked but not read: PBKDF2 with HMAC-SHA256, written as {@code
 * pbkdf2-sha256$iterations$salt$hash}. Run this class to make one.
 */
public final class PasswordHash {
    /** What OWASP asks for this algorithm (2023). */
    static final int ITERATIONS = 600_000;

    private static final String NAME = "pbkdf2-sha256";
    private static final int FEWEST_ITERATIONS = 1_000;
    private static final int BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /**
     * Reads a password from the terminal, or a line from the standard input, and prints its hash.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Console console = System.console();
        char[] password = console == null ? line(System.in) : console.readPassword("Password: ");
        try {
            System.out.println(of(password));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    /**
     * The hash of a password, with a salt of its own.
     *
     * @param  password                 without blanks, since a subject has blanks between its words
     * @return                          what an accounts file holds
     * @throws IllegalArgumentException where it is empty or has a blank
     */
    public static PasswordHash of(char[] password) {
        return of(password, ITERATIONS);
    }

    private static char[] line(InputStream input) {
        Scanner lines = new Scanner(input, StandardCharsets.UTF_8);
        return lines.hasNextLine() ? lines.nextLine().toCharArray() : new char[0];
    }

    static PasswordHash of(char[] password, int iterations) {
        if (password == null || password.length == 0) {
            throw new IllegalArgumentException("A password has at least one character");
        }
        for (char character : password) {
            if (Character.isWhitespace(character)) {
                throw new IllegalArgumentException("A password has no blanks: a subject has them between its words");
            }
        }
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /**
     * Reads a hash.
     *
     * @throws IllegalArgumentException where it is none; says what would be right and does not quote it
     */
    static PasswordHash parse(String written) {
        String[] fields = written.strip().split("\\$");
        try {
            if (fields.length == 4 && fields[0].equals(NAME) && Integer.parseInt(fields[1]) >= FEWEST_ITERATIONS) {
                Base64.Decoder base64 = Base64.getDecoder();
                return new PasswordHash(
                        Integer.parseInt(fields[1]), base64.decode(fields[2]), base64.decode(fields[3]));
            }
        } catch (IllegalArgumentException e) {
            // said below, without the cause, which would quote a part of it
        }
        throw new IllegalArgumentException("This is no password hash; right is " + NAME
                + "$iterations$salt$hash as io.massms.mail.PasswordHash prints it, with at least " + FEWEST_ITERATIONS
                + " iterations");
    }

    /** Whether this is the password; takes the same time wherever it differs. */
    boolean matches(char[] password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM cannot compute PBKDF2 with HMAC-SHA256", e);
        } finally {
            spec.clearPassword();
        }
    }

    /** As an accounts file holds it. */
    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getEncoder();
        return NAME + "$" + iterations + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}
