package az.dost.vahid;

import picocli.CommandLine.IVersionProvider;

/** The jar's version. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Vahid.class.getPackage().getImplementationVersion();
        return new String[] {"Vahid " + (version == null ? "built from source" : version)};
    }
}
