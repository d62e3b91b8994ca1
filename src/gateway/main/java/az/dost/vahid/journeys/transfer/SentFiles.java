package az.dost.vahid.journeys.transfer;

import az.dost.vahid.folder.ForeignFolder;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The files of one type that a partner leaves in its folder here, and the steps of the route that takes them. */
public final class SentFiles {
    private final ForeignFolder folder;
    private final String out;
    private final FileSelection selection;

    SentFiles(ForeignFolder folder, String out, FileSelection selection) {
        this.folder = folder;
        this.out = out;
        this.selection = selection;
    }

    /** Names of those that are whole: their signatures are there. */
    public List<String> look() throws IOException {
        folder.others(out)
                .forEach(other -> selection.refuse(
                        other.name(), "What lies there is a link, or no file of its own; it is left where it is"));
        List<String> files =
                folder.files(out).stream().map(ForeignFolder.Entry::name).toList();
        Set<String> all = Set.copyOf(files);
        return files.stream()
                .filter(selection::accepts)
                .filter(name -> all.contains(name + FileName.SIGNATURE))
                .collect(Collectors.toList());
    }

    /** Puts the content of the file, whose name is the body, in its place; the name goes on as a header. */
    public void open(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        message.setHeader(Exchange.FILE_NAME_ONLY, message.getBody(String.class));
        message.setBody(folder.open(out, name(exchange)));
    }

    public void signature(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(folder.open(out, name(exchange) + FileName.SIGNATURE));
    }

    /** The file, then its signature: one without a file is nothing. */
    public void remove(Exchange exchange) throws IOException {
        folder.delete(out, name(exchange));
        folder.delete(out, name(exchange) + FileName.SIGNATURE);
    }

    private static String name(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.FILE_NAME_ONLY, String.class);
    }
}
