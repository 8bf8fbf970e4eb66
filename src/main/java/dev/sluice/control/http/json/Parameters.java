package dev.sluice.control.http.json;

import dev.sluice.domain.Problem.Code;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A record as the parameters of an address. A record within it counts as its own components: a deployment is the
 * parameters {@code endpoint} and {@code deployment}.
 */
final class Parameters {

    private final RecordForm<?> form;

    /** @throws IllegalArgumentException if the record has components that are no single words */
    Parameters(Form<?> form) {
        if (!(form instanceof RecordForm<?> record)) {
            throw new IllegalArgumentException("only a record has parameters");
        }
        this.form = record;
    }

    private static Parameters within(RecordForm.Component component) {
        return new Parameters(component.form());
    }

    Map<String, String> of(Object value) {
        var parameters = new LinkedHashMap<String, String>();
        for (var component : form.components()) {
            var content = component.of(value);
            if ((Form<?>) component.form() instanceof Scalar<?>) {
                parameters.put(component.key(), scalar(component).text(content));
            } else {
                parameters.putAll(within(component).of(content));
            }
        }
        return parameters;
    }

    Object read(Map<String, String> parameters) {
        var names = names();
        parameters.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Misfit.of(
                            Code.UNKNOWN_KEY,
                            WellFormed.abridged(name),
                            "there is no such parameter",
                            names.isEmpty() ? "leave it out: there are none here" : "use " + String.join(", ", names));
                });
        return made(parameters);
    }

    private Object made(Map<String, String> parameters) {
        var contents = new ArrayList<Object>();
        for (var component : form.components()) {
            contents.add(
                    (Form<?>) component.form() instanceof Scalar<?>
                            ? content(component, parameters)
                            : within(component).made(parameters));
        }
        return form.made(contents.toArray());
    }

    private static Object content(RecordForm.Component component, Map<String, String> parameters) {
        var text = parameters.get(component.key());
        if (text == null) {
            throw Misfit.of(Code.MISSING_KEY, component.key(), "the parameter is missing", "put it in");
        }
        try {
            return scalar(component).parse(text);
        } catch (Misfit wrong) {
            throw wrong.underKey(component.key());
        }
    }

    @SuppressWarnings("unchecked")
    private static Scalar<Object> scalar(RecordForm.Component component) {
        return (Scalar<Object>) (Form<?>) component.form();
    }

    private Set<String> names() {
        return new HashSet<>(schemas(new Schemas(Set.of())).keySet());
    }

    /** The schema of each, in their order. */
    Map<String, Object> schemas(Schemas schemas) {
        var all = new LinkedHashMap<String, Object>();
        for (var component : form.components()) {
            if ((Form<?>) component.form() instanceof Scalar<?>) {
                all.put(component.key(), component.form().schema(schemas));
            } else {
                all.putAll(within(component).schemas(schemas));
            }
        }
        return all;
    }
}
