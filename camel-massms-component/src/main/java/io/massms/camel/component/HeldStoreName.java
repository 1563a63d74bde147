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

import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzHelper;
import org.quartz.Scheduler;
import org.quartz.SchedulerContext;
import org.quartz.SchedulerException;
import org.quartz.SchedulerMetaData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The name under which a database keeps held messages. Quartz looks only for what bears the name of its scheduler, to which Camel's Quartz
 * component appends the name of the context. Contexts that nobody named are counted, so the next start may find none of the messages.
 */
final class HeldStoreName {
    private static final Logger LOG = LoggerFactory.getLogger(HeldStoreName.class);

    private HeldStoreName() {}

    /** Warns once of a name that may be another one at the next start. */
    static void warn(CamelContext context, Scheduler scheduler) throws SchedulerException {
        SchedulerMetaData about = scheduler.getMetaData();
        boolean mayChange = about.isJobStoreSupportsPersistence()
                && !context.getNameStrategy().isFixedName()
                && about.getSchedulerName().endsWith(QuartzHelper.getQuartzContextName(context));
        if (mayChange && isFirst(scheduler.getContext())) {
            LOG.warn(
                    "Quartz's database holds messages under the name {}, which ends with the name of this Camel context. Camel counts the"
                            + " contexts that nobody named: at the next start the name may be another one, and then what is held is"
                            + " neither sent nor reported. Right is a name of its own for the context (camel.main.name), or"
                            + " prefixInstanceName=false on the Quartz component",
                    about.getSchedulerName());
        }
    }

    private static boolean isFirst(SchedulerContext told) {
        synchronized (HeldStoreName.class) {
            return told.put(HeldStoreName.class.getName(), Boolean.TRUE) == null;
        }
    }
}
