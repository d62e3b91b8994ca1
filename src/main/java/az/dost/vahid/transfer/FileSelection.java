package az.dost.vahid.transfer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Picks the files of one type out of a sender's folder. A name that is not plain is never fetched, and refused once. */
final class FileSelection implements GenericFileFilter<Object> {
    /** So many names are remembered; a server that makes up more is told of them again. */
    private static final int MOST = 10_000;
    private final String sender;
    private final String type;
    private final Transfers transfers;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    FileSelection(String sender, String type, Transfers transfers) {
        this.sender = sender;
        this.type = type;
        this.transfers = transfers;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        // A server's word, which need not be a name: what stands before the last slash counts as well.
        String name = file.getFileName();
        if (file.isDirectory() || FileName.signature(name) || FileName.unfinished(name)) {
            return false;
        }
        if (FileName.plain(name)) {
            return true;
        }
        if (refused.size() >= MOST) {
            refused.clear();
        }
        if (refused.add(name)) {
            transfers.refuse(sender, type, null, new FileRefused(Refusal.NAME_REFUSED, "A file's name is not plain; the file is left where it is"));
        }
        return false;
    }
}
