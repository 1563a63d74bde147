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

/**
 * What a load run did.
 *
 * @param requests  answered while it was measured
 * @param accepted  recipients that the sender knows to be accepted, from its start to its end
 * @param nanos     how long it was measured
 * @param cpuNanos  of the process, meanwhile, without compilation
 * @param allocated bytes, meanwhile
 */
public record LoadResult(long requests, long accepted, long nanos, long cpuNanos, long allocated) {
    private static final double MICRO = 1e3;
    private static final double SECOND = 1e9;

    /**
     * What lies between two moments.
     *
     * @param from     when measuring began
     * @param to       when it ended
     * @param requests answered in between
     * @param accepted recipients that the sender knows to be accepted, from its start to its end
     */
    public static LoadResult between(Mark from, Mark to, long requests, long accepted) {
        return new LoadResult(
                requests,
                accepted,
                to.nanos() - from.nanos(),
                to.cpuNanos() - from.cpuNanos(),
                to.allocated() - from.allocated());
    }

    static LoadResult parse(String line) {
        String[] values = line.strip().split(" ");
        return new LoadResult(
                Long.parseLong(values[0]),
                Long.parseLong(values[1]),
                Long.parseLong(values[2]),
                Long.parseLong(values[3]),
                Long.parseLong(values[4]));
    }

    double perSecond() {
        return requests / (nanos / SECOND);
    }

    double cpuMicros() {
        return cpuNanos / MICRO / requests;
    }

    double bytes() {
        return (double) allocated / requests;
    }

    @Override
    public String toString() {
        return requests + " " + accepted + " " + nanos + " " + cpuNanos + " " + allocated;
    }
}
