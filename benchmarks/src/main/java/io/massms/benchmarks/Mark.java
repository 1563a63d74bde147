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

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process had used at a moment.
 *
 * @param nanos     the time
 * @param cpuNanos  without compilation
 * @param allocated bytes, by the threads that are alive
 */
public record Mark(long nanos, long cpuNanos, long allocated) {

    /** At this moment. */
    public static Mark now() {
        return new Mark(System.nanoTime(), ProcessCpu.nanos(), allocatedBytes());
    }

    private static long allocatedBytes() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = 0;
        for (long ofThread : threads.getThreadAllocatedBytes(threads.getAllThreadIds())) {
            bytes += Math.max(0, ofThread);
        }
        return bytes;
    }
}
