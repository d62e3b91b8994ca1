package az.dost.vahid.journeys.transfer;

import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.nio.file.Path;

/** Looks for viruses in a file, as {@code vahid.transfers.virus-scan} says. */
interface VirusScan {
    /**
     * Returns when nothing was found.
     *
     * @throws FileRefused INFECTED
     * @throws IOException when there is no verdict: the file waits
     */
    void scan(Path file) throws IOException;

    /**
     * The scan of a setting: {@code none}, {@code clamd:<host>:<port>}, or {@code command:<program> <arguments>}.
     *
     * @throws StartException when it is none of these
     */
    static VirusScan of(String setting) {
        if (setting.equals("none")) {
            return file -> {};
        }
        if (setting.matches("clamd:[A-Za-z0-9.-]+:[0-9]{1,5}")) {
            String[] parts = setting.split(":");
            return new ClamdScan(parts[1], Integer.parseInt(parts[2]));
        }
        if (setting.matches("command:\\S.*")) {
            return new CommandScan(setting.substring("command:".length()));
        }
        throw new StartException(
                "Set vahid.transfers.virus-scan to none, clamd:<host>:<port> or command:<program> <arguments>");
    }
}
