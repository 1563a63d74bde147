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

import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ssl.SSLIOSession;

/**
 * Lets the thread that sends write its request at once. Otherwise the one for I/O is woken for each request, and writes for all.
 * Where something else happens on the connection at that moment the one for I/O does it after all.
 */
final class DirectSession extends ForwardingSession {
    /** A request is written in the first; the second finds that nothing is left to write. */
    private static final int PASSES = 2;

    /** This and what follows belong to the one whose turn it is; others only find that they are not the writer. */
    private Thread writer;

    private Command request;
    private Command next;
    private boolean moreToWrite;

    private DirectSession(IOSession session) {
        super(session);
    }

    /** What is encrypted stays with the thread for I/O: the state of an encrypted session is made for one thread. */
    static IOSession unlessEncrypted(IOSession session) {
        return session instanceof SSLIOSession ? session : new DirectSession(session);
    }

    @Override
    public void enqueue(Command command, Command.Priority priority) {
        boolean taken = command instanceof RequestExecutionCommand
                && getHandler() instanceof CheckedConnection connection
                && take(connection, command);
        if (!taken) {
            super.enqueue(command, priority);
        }
    }

    /** Writes a request now, or keeps it until reading ends; false where the connection, or the thread, is busy with something else. */
    private boolean take(CheckedConnection connection, Command command) {
        if (connection.tryEnter()) {
            try {
                write(connection, command);
            } finally {
                connection.leave();
            }
            return true;
        }
        if (connection.isReading() && next == null) {
            next = command;
            return true;
        }
        return false;
    }

    /** Writes the request that reading led to; the thread for I/O sees to it where reading failed. */
    void endReading(CheckedConnection connection, boolean done) {
        Command command = next;
        next = null;
        if (command != null && done) {
            write(connection, command);
        } else if (command != null) {
            super.enqueue(command, Command.Priority.NORMAL);
        }
    }

    private void write(CheckedConnection connection, Command command) {
        writer = Thread.currentThread();
        request = command;
        moreToWrite = true;
        try {
            updateWriteTime();
            for (int i = 0; i < PASSES && moreToWrite; i++) {
                connection.outputReady(this);
            }
        } catch (CancelledKeyException e) {
            close(CloseMode.GRACEFUL);
        } catch (Exception e) {
            connection.exception(this, e);
            close(CloseMode.GRACEFUL);
        } finally {
            writer = null;
        }
        Command left = request;
        request = null;
        if (left != null) {
            super.enqueue(left, Command.Priority.IMMEDIATE);
        } else if (moreToWrite) {
            super.setEvent(SelectionKey.OP_WRITE);
        }
    }

    private boolean isWriting() {
        return writer == Thread.currentThread();
    }

    @Override
    public boolean hasCommands() {
        return isWriting() && request != null || super.hasCommands();
    }

    @Override
    public Command poll() {
        if (isWriting() && request != null) {
            Command next = request;
            request = null;
            return next;
        }
        return super.poll();
    }

    /** What is set already needs no change, which would wake the thread for I/O. */
    @Override
    public void setEvent(int operation) {
        if (operation == SelectionKey.OP_WRITE && isWriting()) {
            moreToWrite = true;
        } else if (!isSet(operation)) {
            super.setEvent(operation);
        }
    }

    @Override
    public void clearEvent(int operation) {
        if (operation == SelectionKey.OP_WRITE && isWriting()) {
            moreToWrite = false;
        } else {
            super.clearEvent(operation);
        }
    }

    private boolean isSet(int operation) {
        try {
            return (getEventMask() & operation) == operation;
        } catch (CancelledKeyException closed) {
            return false;
        }
    }
}
