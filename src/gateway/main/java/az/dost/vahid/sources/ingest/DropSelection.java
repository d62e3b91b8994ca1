package az.dost.vahid.sources.ingest;

import az.dost.vahid.drop.DropPattern;
import java.util.Comparator;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/** Picks an agency's drops out of a folder, in the order in which they must be applied. */
final class DropSelection implements GenericFileFilter<Object>, Comparator<GenericFile<Object>> {
    private final DropPattern pattern;

    DropSelection(DropPattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public boolean accept(GenericFile<Object> file) {
        return !file.isDirectory() && pattern.read(file.getFileNameOnly()).isPresent();
    }

    @Override
    public int compare(GenericFile<Object> one, GenericFile<Object> other) {
        return pattern.read(one.getFileNameOnly())
                .orElseThrow()
                .compareTo(pattern.read(other.getFileNameOnly()).orElseThrow());
    }
}
