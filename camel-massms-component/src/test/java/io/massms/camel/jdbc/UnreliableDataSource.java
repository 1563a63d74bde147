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
package io.massms.camel.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database that can be made to fail. */
public final class UnreliableDataSource implements DataSource {
    /** How it fails. */
    public enum Fault {
        /** Not at all. */
        NONE,
        /** There is no connection to be had. */
        UNREACHABLE,
        /** The pool has no connection to give, which is no failure of the database and has no SQLState. */
        POOL_EXHAUSTED,
        /** It commits, but the answer is lost. */
        COMMIT_ANSWER_LOST,
        /** It commits, the answer is lost, and from then on there is no connection to be had. */
        GONE_WITH_THE_COMMIT,
        /** The pool has no thread for a new connection. */
        OUT_OF_THREADS,
        /** The driver breaks when it is to commit. */
        COMMIT_BREAKS
    }

    private final DataSource database;
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger untilLost = new AtomicInteger();
    private volatile Fault fault = Fault.NONE;
    private volatile String unlucky;

    public UnreliableDataSource(DataSource database) {
        this.database = database;
    }

    public void fail(Fault how) {
        fault = how;
    }

    /** One commit of a kind of threads comes through, but its answer is lost: the so manieth from now on. */
    public void loseAnswer(String threads, int commit) {
        unlucky = threads;
        untilLost.set(commit);
    }

    private boolean isLost() {
        return fault == Fault.COMMIT_ANSWER_LOST
                || unlucky != null
                        && Thread.currentThread().getName().contains(unlucky)
                        && untilLost.decrementAndGet() == 0;
    }

    /** How often somebody got no connection. */
    public int refused() {
        return refused.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (fault == Fault.UNREACHABLE) {
            refused.incrementAndGet();
            throw new SQLException("The database is unreachable", "08001");
        }
        if (fault == Fault.POOL_EXHAUSTED) {
            refused.incrementAndGet();
            throw new SQLTransientConnectionException("Connection is not available, request timed out");
        }
        if (fault == Fault.OUT_OF_THREADS) {
            refused.incrementAndGet();
            throw new OutOfMemoryError("unable to create native thread");
        }
        Connection connection = database.getConnection();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit") && fault == Fault.COMMIT_BREAKS) {
                        throw new NoClassDefFoundError("the driver");
                    }
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (method.getName().equals("commit") && fault == Fault.GONE_WITH_THE_COMMIT) {
                            fault = Fault.UNREACHABLE;
                            throw new SQLException("The connection broke", "08006");
                        }
                        if (method.getName().equals("commit") && isLost()) {
                            throw new SQLException("The connection broke", "08006");
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setLoginTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return database.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return database.isWrapperFor(type);
    }
}
