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
package io.massms.camel.hold;

import java.util.Properties;
import java.util.UUID;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.StdSchedulerFactory;

/** Schedulers for tests. */
final class Schedulers {
    private Schedulers() {}

    /** One of its own, with one thread and its jobs in memory; not yet started. */
    static Scheduler inMemory() throws SchedulerException {
        return inMemory(1);
    }

    /** The same, with so many threads. */
    static Scheduler inMemory(int threads) throws SchedulerException {
        Properties properties = new Properties();
        properties.setProperty(
                "org.quartz.scheduler.instanceName", UUID.randomUUID().toString());
        properties.setProperty("org.quartz.threadPool.threadCount", String.valueOf(threads));
        return new StdSchedulerFactory(properties).getScheduler();
    }
}
