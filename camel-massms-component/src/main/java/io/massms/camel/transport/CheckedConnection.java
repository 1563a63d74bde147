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
package io.massms.camel.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandler;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexer;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.util.Timeout;

/**
 * Reads before it lets a request out. What has arrived by then, the server's end of a kept connection or bytes that nobody asked
 * for, closes the connection while the request is still whole and can take another one. Left over is what is on its way.
 *
 * <p>One thread at a time works on it: the one for I/O, or one that writes its request, see {@link DirectSession}.
 */
final class CheckedConnection extends ClientHttp1IOEventHandler {
    /** Whether the thread works on some connection. It must not begin with another, or go round in circles. */
    private static final ThreadLocal<Boolean> BUSY = ThreadLocal.withInitial(() -> false);

    private final ReentrantLock turn = new ReentrantLock();

    /** Belongs to the one whose turn it is. */
    private boolean reading;

    CheckedConnection(ClientHttp1StreamDuplexer stream) {
        super(stream);
    }

    /** Takes the turn if nobody has it, and the thread works on no other connection; to be ended by {@link #leave()}. */
    boolean tryEnter() {
        if (BUSY.get() || !turn.tryLock()) {
            return false;
        }
        BUSY.set(true);
        return true;
    }

    void leave() {
        BUSY.set(false);
        turn.unlock();
    }

    /** Whether this thread reads from it, and does nothing further with it. */
    boolean isReading() {
        return turn.isHeldByCurrentThread() && reading;
    }

    @Override
    public void connected(IOSession session) throws IOException {
        inTurn(session, () -> super.connected(session));
    }

    @Override
    public void inputReady(IOSession session, ByteBuffer bytes) throws IOException {
        inTurn(session, () -> {
            if (session instanceof DirectSession direct && turn.getHoldCount() == 1) {
                read(direct, bytes);
            } else {
                super.inputReady(session, bytes);
            }
        });
    }

    /** An answer often leads to the next request, and to this connection, which has become free: that one is written behind it. */
    private void read(DirectSession session, ByteBuffer bytes) throws IOException {
        boolean done = false;
        reading = true;
        try {
            super.inputReady(session, bytes);
            done = true;
        } finally {
            reading = false;
            session.endReading(this, done);
        }
    }

    @Override
    public void outputReady(IOSession session) throws IOException {
        inTurn(session, () -> {
            if (session.hasCommands()) {
                session.getHandler().inputReady(session, null);
            }
            super.outputReady(session);
        });
    }

    @Override
    public void timeout(IOSession session, Timeout timeout) throws IOException {
        inTurn(session, () -> super.timeout(session, timeout));
    }

    @Override
    public void exception(IOSession session, Exception cause) {
        inTurn(session, () -> super.exception(session, cause));
    }

    /** Reported by the session beneath, so it is not known whether that one is {@link DirectSession} too. */
    @Override
    public void disconnected(IOSession session) {
        inTurn(() -> super.disconnected(session));
    }

    /** Where there is encryption, only the thread for I/O comes here, and it may hold the session's lock. */
    private <E extends Exception> void inTurn(IOSession session, Work<E> work) throws E {
        if (session instanceof DirectSession) {
            inTurn(work);
        } else {
            work.run();
        }
    }

    private <E extends Exception> void inTurn(Work<E> work) throws E {
        turn.lock();
        boolean busy = BUSY.get();
        BUSY.set(true);
        try {
            work.run();
        } finally {
            BUSY.set(busy);
            turn.unlock();
        }
    }

    private interface Work<E extends Exception> {
        void run() throws E;
    }
}
