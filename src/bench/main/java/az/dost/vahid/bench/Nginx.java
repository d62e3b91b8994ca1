package az.dost.vahid.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Debian's nginx with a configuration of the run's, as many workers as cores. */
final class Nginx implements AutoCloseable {
    private static final int START_SECONDS = 20;
    private final Launched process;
    private final int port = Run.freePort();

    /** @param configuration with {@code {port}} for where to listen and {@code {folder}} for where to write */
    Nginx(String name, Path place, String configuration) throws IOException {
        Path folder = Files.createDirectories(place.resolve(name));
        Path file = folder.resolve("nginx.conf");
        Files.writeString(
                file, configuration.replace("{port}", Integer.toString(port)).replace("{folder}", folder.toString()));
        process = new Launched(
                        name,
                        folder,
                        List.of(
                                "/usr/sbin/nginx",
                                "-p",
                                folder.toString(),
                                "-c",
                                file.toString(),
                                "-e",
                                folder.resolve("error.log").toString(),
                                "-g",
                                "daemon off;"))
                .awaitPort(port, START_SECONDS);
    }

    /** Whether Debian's module for Lua is there too. */
    static boolean withLua() {
        return installed() && Files.exists(Path.of("/usr/lib/nginx/modules/ngx_http_lua_module.so"));
    }

    static boolean installed() {
        return Files.exists(Path.of("/usr/sbin/nginx"));
    }

    Launched process() {
        return process;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.close();
    }
}
