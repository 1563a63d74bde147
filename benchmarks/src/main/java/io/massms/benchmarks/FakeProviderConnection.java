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
package io.massms.benchmarks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads requests and answers {@code number:id,number:id}, as late as the provider says. Needs POST and {@code Content-Length}.
 */
final class FakeProviderConnection extends ByteToMessageDecoder {
    private static final byte[] HEADER_END = "\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(US_ASCII);
    private static final byte[] CONTROL = "GET /control".getBytes(US_ASCII);
    private static final byte[] RECIPIENTS = "to=".getBytes(US_ASCII);
    private static final byte[] MESSAGE_ID = "msgid=".getBytes(US_ASCII);
    private static final String DELIVERED = "STATUS:1";
    private static final byte[] ENCODED_COMMA = "%2c".getBytes(US_ASCII);
    private static final byte[] ANSWER_HEAD =
            "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Length: ".getBytes(US_ASCII);
    private static final byte[] ID_HEAD = "9f86d081884c7d659a2feaa0".getBytes(US_ASCII);
    private static final byte[] HEXADECIMAL = "0123456789abcdef".getBytes(US_ASCII);
    private static final int ID_TAIL = 8;
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();

    private final FakeProvider provider;
    private int id = CONNECTIONS.getAndIncrement() << 20;
    private byte[] bytes = new byte[4_096];

    FakeProviderConnection(FakeProvider provider) {
        this.provider = provider;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int length = in.readableBytes();
        if (bytes.length < length) {
            bytes = new byte[2 * length];
        }
        in.getBytes(in.readerIndex(), bytes, 0, length);
        int headerEnd = indexOf(HEADER_END, 0, length);
        if (headerEnd < 0) {
            return;
        }
        int body = headerEnd + HEADER_END.length;
        int end = body + contentLength(headerEnd);
        if (end > length) {
            return;
        }
        in.skipBytes(end);
        if (startsWith(CONTROL, 0)) {
            write(context, answer(context, provider.control(path())));
            return;
        }
        int recipients = indexOf(RECIPIENTS, body, end);
        if (recipients < 0 && indexOf(MESSAGE_ID, 0, end) >= 0) {
            answerLater(context, answer(context, DELIVERED));
        } else if (recipients < 0) {
            context.close();
        } else {
            answerLater(context, accept(context, recipients + RECIPIENTS.length, end));
        }
    }

    /** Senders end with their connections open. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }

    private void answerLater(ChannelHandlerContext context, ByteBuf answer) {
        int latency = provider.latencyMillis();
        if (latency == 0) {
            write(context, answer);
        } else {
            context.executor().schedule(() -> write(context, answer), latency, TimeUnit.MILLISECONDS);
        }
    }

    private static void write(ChannelHandlerContext context, ByteBuf answer) {
        context.writeAndFlush(answer, context.voidPromise());
    }

    private static ByteBuf answer(ChannelHandlerContext context, String text) {
        ByteBuf answer = context.alloc().buffer();
        answer.writeBytes(ANSWER_HEAD).writeCharSequence(text.length() + "\r\n\r\n" + text, US_ASCII);
        return answer;
    }

    private ByteBuf accept(ChannelHandlerContext context, int from, int end) {
        int to = from;
        int count = 1;
        int digits = 0;
        for (; to < end && bytes[to] != '&'; to++) {
            if (isComma(to)) {
                count++;
                to += bytes[to] == '%' ? 2 : 0;
            } else {
                digits++;
            }
        }
        provider.count(count);
        int length = digits + count * (1 + ID_HEAD.length + ID_TAIL) + count - 1;
        ByteBuf answer = context.alloc().buffer(ANSWER_HEAD.length + 16 + length);
        answer.writeBytes(ANSWER_HEAD).writeCharSequence(Integer.toString(length), US_ASCII);
        answer.writeBytes(HEADER_END);
        for (int i = from; i < to; i++) {
            if (isComma(i)) {
                writeId(answer).writeByte(',');
                i += bytes[i] == '%' ? 2 : 0;
            } else {
                answer.writeByte(bytes[i]);
            }
        }
        return writeId(answer);
    }

    private boolean isComma(int at) {
        return bytes[at] == ',' || bytes[at] == '%' && startsWith(ENCODED_COMMA, at);
    }

    private ByteBuf writeId(ByteBuf answer) {
        answer.writeByte(':').writeBytes(ID_HEAD);
        int number = id++;
        for (int shift = 4 * (ID_TAIL - 1); shift >= 0; shift -= 4) {
            answer.writeByte(HEXADECIMAL[number >>> shift & 15]);
        }
        return answer;
    }

    private String path() {
        int start = "GET ".length();
        int end = start;
        while (bytes[end] != ' ') {
            end++;
        }
        return new String(bytes, start, end - start, US_ASCII);
    }

    private int contentLength(int headerEnd) {
        int at = indexOf(CONTENT_LENGTH, 0, headerEnd);
        if (at < 0) {
            return 0;
        }
        int length = 0;
        for (int i = at + CONTENT_LENGTH.length; i < headerEnd && bytes[i] != '\r'; i++) {
            length = bytes[i] == ' ' ? length : 10 * length + bytes[i] - '0';
        }
        return length;
    }

    private int indexOf(byte[] wanted, int from, int to) {
        for (int i = from; i <= to - wanted.length; i++) {
            if (startsWith(wanted, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Without regard to the case of letters. */
    private boolean startsWith(byte[] wanted, int at) {
        for (int i = 0; i < wanted.length; i++) {
            byte b = bytes[at + i];
            if (b != wanted[i] && (b | 32) != (wanted[i] | 32)) {
                return false;
            }
        }
        return true;
    }
}
