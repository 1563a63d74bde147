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
package io.massms.camel.component.body;

import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;

/** The same object, whatever it thinks that it equals. */
final class BodyIdentity extends WeakReference<Object> {
    private final int hash;

    BodyIdentity(Object body, ReferenceQueue<Object> forgotten) {
        super(body, forgotten);
        hash = System.identityHashCode(body);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof BodyIdentity identity && get() != null && get() == identity.get());
    }
}
