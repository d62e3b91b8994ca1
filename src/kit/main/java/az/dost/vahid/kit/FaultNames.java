package az.dost.vahid.kit;

import az.dost.vahid.check.rehearse.DropFault;
import az.dost.vahid.check.rehearse.PlayedFault;
import java.util.Iterator;
import java.util.stream.Stream;

/** For help and shells. */
final class FaultNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return Stream.concat(Stream.of(PlayedFault.values()), Stream.of(DropFault.values()))
                .map(Enum::name)
                .distinct()
                .iterator();
    }
}
