package az.dost.vahid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Until closed, peers run on the first processor and all else on the others, by {@code taskset} of util-linux, whose
 * choice new threads and children inherit: what agencies, database and load cost takes nothing from a peer then.
 */
final class OwnProcessor implements AutoCloseable {
    private static final String TASKSET = "/usr/bin/taskset";
    private static final String ALLOWED = "Cpus_allowed_list:";
    private final List<Integer> processors = allowed();
    private final List<ProcessHandle> roots;

    OwnProcessor(List<Peer> peers, Database database) {
        roots = List.of(ProcessHandle.current(), database.process());
        place(roots, processors.subList(1, processors.size()));
        place(peers.stream().map(peer -> peer.process().handle()).toList(), processors.subList(0, 1));
    }

    /** Whether there is a processor for each side, and who places them. */
    static boolean possible() {
        return Files.exists(Path.of(TASKSET)) && allowed().size() > 1;
    }

    /** From a list such as {@code 0-1,4}. */
    private static List<Integer> allowed() {
        Path status = Path.of("/proc/self/status");
        try (Stream<String> lines = Files.exists(status) ? Files.lines(status) : Stream.empty()) {
            return lines.filter(line -> line.startsWith(ALLOWED))
                    .flatMap(line ->
                            Stream.of(line.substring(ALLOWED.length()).trim().split(",")))
                    .map(range -> range.split("-"))
                    .flatMap(ends -> IntStream.rangeClosed(
                                    Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                            .boxed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With all that descend from them. */
    private static void place(List<ProcessHandle> ancestors, List<Integer> on) {
        for (ProcessHandle process : ancestors.stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .toList()) {
            List<String> command = new ArrayList<>(List.of(TASKSET, "-a", "-c", "-p"));
            command.add(String.join(",", on.stream().map(String::valueOf).toList()));
            command.add(Long.toString(process.pid()));
            try {
                int status = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                // The database ends processes whenever it likes.
                if (status != 0 && process.isAlive()) {
                    throw new IllegalStateException("Process " + process.pid() + " could not be placed");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Everything runs wherever there is room, as before. */
    @Override
    public void close() {
        place(roots, processors);
    }
}
