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

import io.massms.simulator.SimulatedRequest.Field;
import io.massms.simulator.http.Params;
import io.massms.simulator.provider.smsmasivos.ws.WebMethod.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads typed values. */
final class Arguments {
    static final String BAD_NUMBER = "Input string was not in a correct format.";

    /** Takes the place of usuario and clave where an account has nothing else. */
    private static final String API_KEY = "apikey";

    private Arguments() {}

    /** Turns a raw value into its canonical form. */
    @FunctionalInterface
    interface Conversion {
        String convert(Parameter parameter, String value) throws CallFailure;
    }

    static Params of(WebMethod method, Function<String, String> raw, Conversion conversion) throws CallFailure {
        List<Field> fields = new ArrayList<>();
        for (Parameter parameter : method.parameters()) {
            String value = raw.apply(parameter.name());
            fields.add(new Field(parameter.name(), conversion.convert(parameter, value)));
        }
        String apiKey = raw.apply(API_KEY);
        if (apiKey != null) {
            fields.add(new Field(API_KEY, apiKey));
        }
        return new Params(fields);
    }
}
