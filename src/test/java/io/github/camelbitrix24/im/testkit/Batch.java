package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.http.QueryString;

/**
 * {@code batch}: the first 50 commands run, what is no text among them is skipped, errors stay inside, each section
 * with keys 0..n-1 becomes a list.
 */
final class Batch {

    private static final int MOST_COMMANDS = 50;

    private final Execution execution;

    Batch(Execution execution) {
        this.execution = execution;
    }

    Object call(MethodCall call) {
        Map<String, Object> results = new LinkedHashMap<>();
        Map<String, Object> errors = new LinkedHashMap<>();
        Map<String, Object> times = new LinkedHashMap<>();
        LooseParams params = LooseParams.of(call);
        boolean halt = Php.isTrue(params.get("HALT"));
        int count = 0;
        for (Map.Entry<String, Object> command : commands(params.get("CMD")).entrySet()) {
            if (halt && !errors.isEmpty()) {
                break;
            }
            int index = count++;
            if (index < MOST_COMMANDS && !(command.getValue() instanceof String)) {
                continue;
            }
            try {
                Execution.Result result = run(call.caller(), String.valueOf(command.getValue()), results, index);
                results.put(command.getKey(), result.value());
                times.put(command.getKey(), result.time());
            } catch (RestFailure failure) {
                errors.put(command.getKey(), failure.body());
            }
        }
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("result", results);
        sections.put("result_error", errors);
        sections.put("result_total", List.of());
        sections.put("result_next", List.of());
        sections.put("result_time", times);
        return sections;
    }

    private Execution.Result run(Caller caller, String command, Map<String, Object> results, int index) {
        if (index >= MOST_COMMANDS) {
            throw RestFailure.of("ERROR_BATCH_LENGTH_EXCEEDED");
        }
        String[] parts = command.split("\\?", 2);
        if (parts[0].equalsIgnoreCase("batch")) {
            throw RestFailure.of("ERROR_BATCH_METHOD_NOT_ALLOWED");
        }
        Map<String, Object> params = parts.length < 2 ? Map.of() : QueryString.parse(parts[1]);
        RestMethod method = execution.method(parts[0]);
        Authentication.demand(caller, method);
        execution.checkLimit(method, caller);
        return execution.execute(method, caller, new BatchReferences(results).resolve(params), false);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> commands(Object commands) {
        Map<String, Object> named = new LinkedHashMap<>();
        if (commands instanceof Map) {
            named.putAll((Map<String, Object>) commands);
        } else if (commands instanceof List<?> list) {
            list.forEach(command -> named.put(Integer.toString(named.size()), command));
        }
        return named;
    }
}
