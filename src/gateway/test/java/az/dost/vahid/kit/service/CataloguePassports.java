package az.dost.vahid.kit.service;

import az.dost.vahid.check.service.BuiltInServices;
import az.dost.vahid.passport.Passport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** The passports of the jar, for tests of other capabilities. */
public final class CataloguePassports {
    public static Collection<Passport> all() {
        try {
            return BuiltInServices.passports().all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CataloguePassports() {}
}
