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

/**
 * What became of a mail.
 *
 * @param mailId  the bridge's name of this copy of the mail
 * @param sent    how many recipients were accepted
 * @param notSent how many recipients certainly get nothing
 * @param unknown how many recipients may or may not get it
 * @param refusal why no message was made of it, for people; null otherwise, and if it was settled when it was read earlier
 */
public record MailOutcome(String mailId, int sent, int notSent, int unknown, String refusal) {}
