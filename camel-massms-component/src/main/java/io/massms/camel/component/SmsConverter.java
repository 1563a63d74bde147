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
package io.massms.camel.component;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.massms.camel.model.InboundSms;
import io.massms.camel.model.SmsResult;
import io.massms.camel.model.SmsStatus;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Converter;

/**
 * Converts what is consumed, and what sends give. A message of a handset is its text; what has no text is JSON. Without bytes a file could not
 * be written, and JMS would send an empty message in their place. What is to be kept in a database, as by a persistent repository of an
 * aggregator, has to be serializable, and Camel leaves out a body that is not. For reports and results there is no such converter: Camel would
 * take it for one to text, and what became of a send could be sent itself.
 */
@Converter(generateLoader = true)
public final class SmsConverter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SmsConverter() {}

    /**
     * The text of a message that a handset sent.
     *
     * @param  message what was sent
     * @return         its text
     */
    @Converter
    public static String toText(InboundSms message) {
        return message.text();
    }

    /**
     * The text of a message that a handset sent.
     *
     * @param  message what was sent
     * @return         its text in UTF-8
     */
    @Converter
    public static byte[] toBytes(InboundSms message) {
        return message.text() == null ? new byte[0] : message.text().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text of a message that a handset sent.
     *
     * @param  message what was sent
     * @return         its text in UTF-8
     */
    @Converter
    public static InputStream toStream(InboundSms message) {
        return new ByteArrayInputStream(toBytes(message));
    }

    /**
     * The text of a message that a handset sent.
     *
     * @param  message what was sent
     * @return         its text
     */
    @Converter
    public static Serializable toSerializable(InboundSms message) {
        return message.text();
    }

    /**
     * A report.
     *
     * @param  status                  what was reported
     * @return                         JSON in UTF-8
     * @throws JsonProcessingException never
     */
    @Converter
    public static byte[] toBytes(SmsStatus status) throws JsonProcessingException {
        return JSON.writeValueAsBytes(status);
    }

    /**
     * A report.
     *
     * @param  status                  what was reported
     * @return                         JSON in UTF-8
     * @throws JsonProcessingException never
     */
    @Converter
    public static InputStream toStream(SmsStatus status) throws JsonProcessingException {
        return new ByteArrayInputStream(toBytes(status));
    }

    /**
     * What became of a send.
     *
     * @param  result                  of the send
     * @return                         JSON in UTF-8
     * @throws JsonProcessingException never
     */
    @Converter
    public static byte[] toBytes(SmsResult result) throws JsonProcessingException {
        return JSON.writeValueAsBytes(result);
    }

    /**
     * What became of a send.
     *
     * @param  result                  of the send
     * @return                         JSON in UTF-8
     * @throws JsonProcessingException never
     */
    @Converter
    public static InputStream toStream(SmsResult result) throws JsonProcessingException {
        return new ByteArrayInputStream(toBytes(result));
    }
}
