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

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;

/**
 * A provider of the MasSMS protocol that takes everything, in a process of its own and faster than any sender: it looks at nothing of
 * a request but its recipients. Prints its port, and ends when its standard input does.
 */
final class FakeProvider {
    private final LongAdder requests = new LongAdder();
    private final LongAdder recipients = new LongAdder();
    private volatile int latencyMillis;

    private FakeProvider() {}

    /** Starts on a free port of the loopback interface. */
    public static void main(String[] arguments) throws Exception {
        EventLoopGroup threads = new NioEventLoopGroup(2);
        try {
            FakeProvider provider = new FakeProvider();
            Channel channel = provider.listen(threads).channel();
            System.out.println(((InetSocketAddress) channel.localAddress()).getPort());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        } finally {
            threads.shutdownGracefully();
        }
    }

    private ChannelFuture listen(EventLoopGroup threads) throws InterruptedException {
        return new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 4096)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        connection.pipeline().addLast(new FakeProviderConnection(FakeProvider.this));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync();
    }

    int latencyMillis() {
        return latencyMillis;
    }

    /** Notes a request, and tells how many recipients came before it. */
    void count(int recipientsOfRequest) {
        requests.increment();
        recipients.add(recipientsOfRequest);
    }

    /** {@code /control/reset/<milliseconds of latency>} starts afresh; every answer is the counts since then. */
    String control(String path) {
        String reset = "/control/reset/";
        if (path.startsWith(reset)) {
            latencyMillis = Integer.parseInt(path.substring(reset.length()));
            requests.reset();
            recipients.reset();
        }
        return requests.sum() + " " + recipients.sum();
    }
}
