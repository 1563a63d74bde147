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

/** How many held requests are being sent and told of, so that what they need is not taken from them. */
final class HeldJobsUnderWay {
    private int count;
    private Runnable afterLast = () -> {};

    synchronized void begin() {
        count++;
    }

    void end() {
        Runnable then;
        synchronized (this) {
            count--;
            notifyAll();
            then = count == 0 ? afterLast : () -> {};
        }
        then.run();
    }

    /** Runs an action once none is under way; none begins any more. */
    void afterLast(Runnable action) {
        synchronized (this) {
            afterLast = action;
            if (count > 0) {
                return;
            }
        }
        action.run();
    }

    /** Waits until none is under way, but no longer than until then, on {@link System#nanoTime()}'s scale. */
    synchronized void awaitNone(long until) {
        try {
            for (long left = millisTo(until); count > 0 && left > 0; left = millisTo(until)) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long millisTo(long until) {
        return (until - System.nanoTime()) / 1_000_000;
    }
}
