package az.dost.vahid.sources.ingest;

import az.dost.vahid.mock.file.LongDrops;
import az.dost.vahid.mock.register.ComputedPopulation;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

/**
 * What loads of the defence's file cost, one after another in one process: arguments are rows and loads. It prints rows
 * a second, processor time of this process and of PostgreSQL's, and the bytes of the tables.
 * {@code src/bench/findings/row-proofs.md} has its figures.
 */
final class LoadCost {
    private static final String AGENCY = "defence";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 4);
    private static final double TICKS = 100;

    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        Path folder = Files.createTempDirectory("load-cost-");
        Path made = Files.createDirectories(folder.resolve("made"));
        DropBench bench = new DropBench(folder);
        ComputedPopulation population = new ComputedPopulation(ComputedPopulation.DEFAULT_SIZE);
        try (TestGateway gateway = bench.gateway()) {
            for (int load = 0; load < Integer.parseInt(args[1]); load++) {
                Path file = LongDrops.defence(made, FIRST.plusDays(load), rows, population, bench.signer(AGENCY));
                double before = gateway.files(AGENCY, "loaded");
                double own = own();
                double server = server();
                long from = System.nanoTime();
                Files.move(file, bench.drops(AGENCY).resolve(file.getFileName()));
                gateway.await(
                        "the file is loaded", Duration.ofMinutes(10), () -> gateway.files(AGENCY, "loaded") > before);
                double seconds = (System.nanoTime() - from) / 1e9;
                System.out.printf(
                        "%d rows, %.0f a second; processor time %.2f s here, %.2f s of PostgreSQL%n",
                        rows, rows / seconds, own() - own, server() - server);
            }
            gateway.database
                    .queryForList(
                            "select relname, pg_total_relation_size(oid) as bytes from pg_class where relkind = 'r' and relname like 'drop\\_%' "
                                    + "order by 2 desc limit 3")
                    .forEach(System.out::println);
        }
    }

    private static double own() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    /** Of all processes of the server, also those that have ended. */
    private static double server() throws IOException {
        double ticks = 0;
        try (var processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(each -> each.getFileName().toString().matches("[0-9]+"))
                    .toList()) {
                List<String> stat = stat(process);
                if (stat.get(0).equals("postgres")) {
                    for (String time : stat.subList(12, 16)) {
                        ticks += Long.parseLong(time);
                    }
                }
            }
        }
        return ticks / TICKS;
    }

    /** Name, then the fields that follow it (proc(5)); a process that has just ended has no name. */
    private static List<String> stat(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return List.of((stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')) + " "
                            + stat.substring(stat.lastIndexOf(')') + 2))
                    .split(" "));
        } catch (IOException e) {
            return List.of("");
        }
    }

    private LoadCost() {}
}
