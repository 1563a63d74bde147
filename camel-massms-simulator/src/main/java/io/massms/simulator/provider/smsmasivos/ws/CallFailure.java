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
package io.massms.simulator.provider.smsmasivos.ws;

/** A call that ends in a SOAP fault, or in what stands for one where no SOAP is spoken. */
public final class CallFailure extends Exception {
    private final Blame blame;

    /** Whose mistake it was. */
    enum Blame {
        CLIENT,
        SERVER,
        VERSION
    }

    private CallFailure(Blame blame, String sentence) {
        super(sentence);
        this.blame = blame;
    }

    /** The service itself refuses, for instance because of wrong credentials where the result has no place for words. */
    public static CallFailure refused(String reason) {
        return new CallFailure(Blame.SERVER, reason);
    }

    static CallFailure unreadable(String reason) {
        return new CallFailure(Blame.CLIENT, "Server was unable to read request. ---> " + reason);
    }

    static CallFailure client(String sentence) {
        return new CallFailure(Blame.CLIENT, sentence);
    }

    static CallFailure version(String found, String expected) {
        return new CallFailure(
                Blame.VERSION,
                "Possible SOAP version mismatch: Envelope namespace " + found + " was unexpected. Expecting " + expected
                        + ".");
    }

    Blame blame() {
        return blame;
    }
}
