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

/** The options of a bridge; the names are the parameters of the route template {@code sms-mail-bridge}. */
public abstract class BridgeOptions {
    private String sms = "";
    private String accounts = "";
    private String numberDomain = "";
    private String allowedSenders = "";
    private String authenticationResults = "";
    private int maximumRecipients = 20;
    private int maximumMailSize = 10 * 1024 * 1024;
    private boolean keepQuotes;
    private int maximumTries = 24;
    private String retryDelay = "PT1M";
    private Replies replies = Replies.none;
    private int repliesPerHour = 10;
    private String smtp = "";
    private String mailFrom = "";
    private String stateDirectory = "sms-mail";
    private String ledger = "file";
    private String origins = "file";

    public String getSms() {
        return sms;
    }

    /** The endpoint that gets the messages: numbers are read as it reads them. */
    public void setSms(String sms) {
        this.sms = sms;
    }

    public String getAccounts() {
        return accounts;
    }

    /** The resource with lines {@code user = password hash}; without it no subject is a command. */
    public void setAccounts(String accounts) {
        this.accounts = accounts;
    }

    public String getNumberDomain() {
        return numberDomain;
    }

    /** The mail domain whose addresses are numbers; without it no address means a number. */
    public void setNumberDomain(String numberDomain) {
        this.numberDomain = numberDomain;
    }

    public String getAllowedSenders() {
        return allowedSenders;
    }

    /** Who may write to numbers: addresses and domains ({@code @example.org}) with commas between them. */
    public void setAllowedSenders(String allowedSenders) {
        this.allowedSenders = allowedSenders;
    }

    public String getAuthenticationResults() {
        return authenticationResults;
    }

    /** The mail server ({@code authserv-id}) that must have confirmed the sender of a mail to a number. */
    public void setAuthenticationResults(String authenticationResults) {
        this.authenticationResults = authenticationResults;
    }

    public int getMaximumRecipients() {
        return maximumRecipients;
    }

    /** How many numbers one mail may address, at least 1. */
    public void setMaximumRecipients(int maximumRecipients) {
        this.maximumRecipients = maximumRecipients;
    }

    public int getMaximumMailSize() {
        return maximumMailSize;
    }

    /** How large a mail may be, in bytes. */
    public void setMaximumMailSize(int maximumMailSize) {
        this.maximumMailSize = maximumMailSize;
    }

    public boolean isKeepQuotes() {
        return keepQuotes;
    }

    /** Whether quoted originals stay in the text. */
    public void setKeepQuotes(boolean keepQuotes) {
        this.keepQuotes = keepQuotes;
    }

    public int getMaximumTries() {
        return maximumTries;
    }

    /** How often a mail is tried while the provider refuses it for a passing reason, at least 1. */
    public void setMaximumTries(int maximumTries) {
        this.maximumTries = maximumTries;
    }

    public String getRetryDelay() {
        return retryDelay;
    }

    /** How long after the first try the second may come, in ISO-8601 form; the pause doubles up to 64 times that. */
    public void setRetryDelay(String retryDelay) {
        this.retryDelay = retryDelay;
    }

    public Replies getReplies() {
        return replies;
    }

    /** Which outcomes are reported to the sender by mail. */
    public void setReplies(Replies replies) {
        this.replies = replies;
    }

    public int getRepliesPerHour() {
        return repliesPerHour;
    }

    /** How many replies an address gets in an hour at most. */
    public void setRepliesPerHour(int repliesPerHour) {
        this.repliesPerHour = repliesPerHour;
    }

    public String getSmtp() {
        return smtp;
    }

    /** The endpoint URI that sends replies. */
    public void setSmtp(String smtp) {
        this.smtp = smtp;
    }

    public String getMailFrom() {
        return mailFrom;
    }

    /** The From address of replies. */
    public void setMailFrom(String mailFrom) {
        this.mailFrom = mailFrom;
    }

    public String getStateDirectory() {
        return stateDirectory;
    }

    /** The folder for what the bridge must remember. */
    public void setStateDirectory(String stateDirectory) {
        this.stateDirectory = stateDirectory;
    }

    public String getLedger() {
        return ledger;
    }

    /** The bean name of an IdempotentRepository, or {@code file}: which messages may have left. */
    public void setLedger(String ledger) {
        this.ledger = ledger;
    }

    public String getOrigins() {
        return origins;
    }

    /** The bean name of a StateRepository, or {@code file}: whose mail which message came from. */
    public void setOrigins(String origins) {
        this.origins = origins;
    }
}
