package io.github.triggerapi.update.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Finds faults in the security of a workflow of GitHub Actions. */
final class Workflow {

    private static final Pattern USES = Pattern.compile("(?m)^.*\\buses:.*$");
    private static final Pattern PINNED =
            Pattern.compile(" *(- )?uses: [\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+(\\.\\d+)*");

    private static final Pattern BUILD = Pattern.compile("\\b(java|javac|mvnw?|mvnw\\.cmd)\\b(?! *:)");
    private static final Pattern WITHOUT_BUILD = Pattern.compile("java spec/Update\\.java --skip-build\\b");

    private final String text;
    private final Map<String, Object> root;
    private final List<String> faults = new ArrayList<>();

    private Workflow(String text) {
        this.text = text;
        this.root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    /** Returns the faults, one line each. */
    static List<String> faults(String text) {
        Workflow workflow = new Workflow(text);
        workflow.pins();
        if (writes(workflow.root.getOrDefault("permissions", "write-all"))) {
            workflow.faults.add("the workflow has a permission to write");
        }
        map(workflow.root.get("jobs")).forEach((name, job) -> workflow.job(name, map(job)));
        return workflow.faults;
    }

    private void pins() {
        USES.matcher(text)
                .results()
                .map(found -> found.group())
                .filter(line -> !PINNED.matcher(line).matches())
                .forEach(line -> faults.add("not pinned by a commit: " + line.strip()));
    }

    private void job(String name, Map<String, Object> job) {
        if (caches(job)) {
            faults.add(name + ": has a cache, which generated code could write for other jobs");
        }
        boolean writes = job.containsKey("permissions") && writes(job.get("permissions"));
        if (scripts(job).stream().anyMatch(script -> script.contains("${{"))) {
            faults.add(name + ": a script has an expression in it, whose value would be a part of the script");
        }
        if (!writes) {
            keepsNoCredentials(name, job);
            return;
        }
        if (!name.equals("propose")) {
            faults.add(name + ": has a permission to write");
        }
        if (builds(job)) {
            faults.add(name + ": has a permission to write and runs Java");
        }
        steps(job, "actions/download-artifact").forEach(step -> downloads(name, step));
    }

    private void keepsNoCredentials(String name, Map<String, Object> job) {
        for (Map<String, Object> step : steps(job, "actions/checkout")) {
            if (!Boolean.FALSE.equals(map(step.get("with")).get("persist-credentials"))) {
                faults.add(name + ": leaves a token in the repository that was checked out");
            }
        }
        if (job.toString().contains("github.token") || job.toString().contains("secrets.")) {
            faults.add(name + ": has a token or a secret");
        }
    }

    /** Checks that artifacts for the job with write permission come from a job that runs no generated code. */
    private void downloads(String name, Map<String, Object> step) {
        Object artifact = map(step.get("with")).get("name");
        boolean safe = map(root.get("jobs")).values().stream()
                .map(Workflow::map)
                .filter(job -> steps(job, "actions/upload-artifact").stream()
                        .anyMatch(
                                upload -> Objects.equals(map(upload.get("with")).get("name"), artifact)))
                .allMatch(job -> scripts(job).stream()
                        .noneMatch(script -> BUILD.matcher(
                                        WITHOUT_BUILD.matcher(script).replaceAll(""))
                                .find()));
        if (artifact == null || !safe) {
            faults.add(name + ": uses an artifact of a job that runs generated code");
        }
    }

    private static boolean builds(Map<String, Object> job) {
        return !steps(job, "actions/setup-java").isEmpty()
                || scripts(job).stream()
                        .anyMatch(script -> BUILD.matcher(script).find());
    }

    private static boolean caches(Map<String, Object> job) {
        return steps(job).stream()
                .anyMatch(step -> map(step.get("with")).containsKey("cache")
                        || step.getOrDefault("uses", "").toString().startsWith("actions/cache"));
    }

    private static boolean writes(Object permissions) {
        return permissions.equals("write-all") || permissions instanceof Map<?, ?> map && map.containsValue("write");
    }

    private static List<Map<String, Object>> steps(Map<String, Object> job) {
        return ((List<?>) job.get("steps")).stream().map(Workflow::map).toList();
    }

    private static List<Map<String, Object>> steps(Map<String, Object> job, String action) {
        return steps(job).stream()
                .filter(step -> step.getOrDefault("uses", "").toString().startsWith(action + "@"))
                .toList();
    }

    private static List<String> scripts(Map<String, Object> job) {
        return steps(job).stream()
                .filter(step -> step.containsKey("run"))
                .map(step -> step.get("run").toString().replaceAll("(?m)^ *#.*$", ""))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node == null ? Map.of() : (Map<String, Object>) node;
    }
}
