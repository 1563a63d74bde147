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

import io.massms.camel.tracker.SmsTracker;
import io.massms.camel.tracker.TrackerException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the polls that reach a tracker, and lets its database be away when it has to store that a final report was processed. */
final class WatchedTracker implements InvocationHandler {
    final AtomicInteger polls = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();

    private final SmsTracker tracker;

    private WatchedTracker(SmsTracker tracker) {
        this.tracker = tracker;
    }

    static SmsTracker of(SmsTracker tracker) {
        return (SmsTracker) Proxy.newProxyInstance(
                WatchedTracker.class.getClassLoader(), new Class<?>[] {SmsTracker.class}, new WatchedTracker(tracker));
    }

    static WatchedTracker behind(SmsTracker watched) {
        return (WatchedTracker) Proxy.getInvocationHandler(watched);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "hashCode":
                return System.identityHashCode(proxy);
            case "equals":
                return proxy == arguments[0];
            case "due", "uncertain":
                polls.incrementAndGet();
                break;
            case "schedule":
                if (arguments[1] == null && failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                    throw new TrackerException("The database is away", null);
                }
                break;
            default:
        }
        try {
            return method.invoke(tracker, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
