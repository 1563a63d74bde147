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
package io.massms.simulator.provider.smsmasivos.ws;

import io.massms.simulator.http.Answer;
import io.massms.simulator.http.Call;
import io.massms.simulator.http.Params;

/** A way to call the service: SOAP 1.1, SOAP 1.2, or the plain HTTP GET and POST that ASP.NET adds. */
public interface Binding {
    /**
     * The call's arguments under the method's names: numbers in digits, booleans as 1 or 0.
     *
     * @throws CallFailure when the request cannot be read as a call of this method
     */
    Params arguments(WebMethod method, Call call) throws CallFailure;

    Answer result(WebMethod method, Result result);

    Answer failure(CallFailure failure);

    /**
     * What a method returns.
     *
     * @param type the element's name where the result stands alone
     * @param xml what stands inside it
     */
    record Result(String type, String xml) {}
}
