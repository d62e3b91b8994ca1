package az.dost.vahid.app;

import az.dost.vahid.Vahid;
import picocli.CommandLine.IVersionProvider;

/** The jar's version. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Vahid " + text()};
    }

    static String text() {
        String version = Vahid.class.getPackage().getImplementationVersion();
        return version == null ? "built from source" : version;
    }
}
