package az.dost.vahid.journeys.transfer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Picks the files of one type out of a sender's folder. A name that is not plain is never fetched, and refused once.
 */
final class FileSelection implements GenericFileFilter<Object> {
    /**
     * So many names are refused, each with its receipt; a server that makes up more is not told of them, and nothing is
     * written down.
     */
    private static final int MOST = 1_000;

    private static final int LONGEST = 200;
    private final String sender;
    private final String type;
    private final Partners partners;
    private final Transfers transfers;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    FileSelection(String sender, String type, Partners partners, Transfers transfers) {
        this.partners = partners;
        this.sender = sender;
        this.type = type;
        this.transfers = transfers;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        // A server's word, which need not be a name: what stands before the last slash counts as well.
        return !file.isDirectory() && accepts(file.getFileName());
    }

    boolean accepts(String name) {
        if (!partners.sends(sender, type) || FileName.signature(name) || FileName.unfinished(name)) {
            return false;
        }
        if (!FileName.plain(name)) {
            refuse(name, "A file's name is not plain; the file is left where it is");
        }
        return FileName.plain(name);
    }

    /** Refuses it once, and leaves it where it is. */
    void refuse(String name, String why) {
        if (partners.sends(sender, type)) {
            if (refused.size() < MOST && refused.add(name.substring(0, Math.min(name.length(), LONGEST)))) {
                transfers.refuse(sender, type, null, null, new FileRefused(Refusal.NAME_REFUSED, why));
            }
        }
    }
}
