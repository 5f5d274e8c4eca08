package dev.streakline.benchmarks.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How soon the program is there, beside a Java that does nothing. */
final class StartBench {

    private static final int RUNS = 5;
    /** Prints the processor time of what it has run, on the second line. */
    private static final String TIMED = "\"$@\" >/dev/null 2>&1; times";

    private final Path program;

    StartBench(Path program) {
        this.program = program.toAbsolutePath().normalize();
    }

    private record Start(double seconds, double cpuSeconds) {}

    /** What may throw. */
    @FunctionalInterface
    private interface Once {
        Start run() throws IOException, InterruptedException;
    }

    void run() throws IOException, InterruptedException {
        System.out.printf("%n%-32s %10s %15s%n", "start", "seconds", "seconds of CPU");
        timed(program.toString(), "--version"); // builds it where it is older than its sources
        String java = ProcessHandle.current().info().command().orElse("java");
        median("a Java that does nothing", () -> timed(java, "-Xshare:auto", "--version"), 0);
        median("--help", () -> timed(program.toString(), "--help"), 0.4);
        Path data = Files.createTempDirectory("streakline-start");
        try {
            serve(data);
            median("serve, until /readyz is 200", () -> serve(data), 3);
        } finally {
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void median(String what, Once once, double goal) throws IOException, InterruptedException {
        List<Start> starts = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            starts.add(once.run());
        }
        starts.sort(Comparator.comparingDouble(Start::seconds));
        Start median = starts.get(RUNS / 2);
        String verdict =
                goal == 0 ? "" : "   goal: at most " + goal + " s: " + (median.seconds() <= goal ? "met" : "MISSED");
        System.out.printf("%-32s %10.2f %15.2f%s%n", what, median.seconds(), median.cpuSeconds(), verdict);
    }

    private static Start timed(String... command) throws IOException, InterruptedException {
        List<String> shell = new ArrayList<>(List.of("sh", "-c", TIMED, "sh"));
        shell.addAll(List.of(command));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
        String times = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double seconds = (System.nanoTime() - begun) / 1e9;
        process.waitFor();
        return new Start(seconds, cpuSeconds(times.lines().skip(1).findFirst().orElseThrow()));
    }

    /** Of a line such as {@code 0m0.41s 0m0.06s}. */
    private static double cpuSeconds(String times) {
        double seconds = 0;
        java.util.regex.Matcher time =
                java.util.regex.Pattern.compile("(\\d+)m([\\d.]+)s").matcher(times);
        while (time.find()) {
            seconds += 60 * Double.parseDouble(time.group(1)) + Double.parseDouble(time.group(2));
        }
        return seconds;
    }

    /** Starts it over a folder, stops it again. */
    private Start serve(Path data) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(program.toString(), "serve", "--port", "0", "--data", data.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader words = process.errorReader(StandardCharsets.UTF_8)) {
            String address = words.lines()
                    .filter(line -> line.contains("listening on "))
                    .findFirst()
                    .map(line -> line.replaceFirst(".*listening on ([^,]+),.*", "$1"))
                    .orElseThrow();
            requireReady(address);
            double seconds = (System.nanoTime() - begun) / 1e9;
            double cpu = process.info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
            return new Start(seconds, cpu);
        } finally {
            process.destroy();
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        }
    }

    private static void requireReady(String address) throws IOException {
        HttpURLConnection asking =
                (HttpURLConnection) URI.create(address + "/readyz").toURL().openConnection();
        try (InputStream answer = asking.getInputStream()) {
            answer.readAllBytes();
        }
        if (asking.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("not ready: " + asking.getResponseCode());
        }
    }
}
