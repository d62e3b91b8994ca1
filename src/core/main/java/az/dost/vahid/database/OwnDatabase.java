package az.dost.vahid.database;

import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/**
 * Whether a connection to a PostgreSQL of Vahid's own can only end there: the driver looks at the server's certificate
 * and name, or nobody is between. Unless it is told to, the driver takes any server, and speaks without TLS to one that
 * has none.
 */
public final class OwnDatabase {
    private static final Pattern THIS_MACHINE =
            Pattern.compile("|localhost|127(?:[.]\\d{1,3}){3}|::1|\\[::1]", Pattern.CASE_INSENSITIVE);

    /** They look at the certificate. What another class looks at, nobody here knows. */
    private static final Set<String> FACTORIES =
            Set.of("org.postgresql.ssl.LibPQFactory", "org.postgresql.ssl.DefaultJavaSSLFactory");

    private static final Pattern WORDS = Pattern.compile("\\p{L}{2,}\\P{L}+\\p{L}{2,}");

    /** An address that can only end at its server, for those who ask what one looks like. */
    public static String example(String database) {
        return "jdbc:postgresql://db.example:5432/" + database
                + "?sslmode=verify-full&sslrootcert=/etc/vahid/keys/database-authority.pem";
    }

    /**
     * Why somebody between could be taken for the database, in a few words without the address, which may hold a
     * password. Empty when nobody could, as with an address on this machine.
     *
     * @param url JDBC address, read as its driver reads it
     */
    public static String doubt(String url) {
        Properties read = Driver.parseURL(url, new Properties());
        if (read == null) {
            return "is no address that PostgreSQL's driver can read";
        }
        if (List.of(read.getProperty("PGHOST", "").split(",", -1)).stream().allMatch(OwnDatabase::onThisMachine)) {
            return "";
        }
        if (!FACTORIES.contains(PGProperty.SSL_FACTORY.getOrDefault(read))) {
            return "names an sslfactory of its own, so that nobody knows whether the server's certificate is looked at";
        }
        if (PGProperty.SSL_HOSTNAME_VERIFIER.getOrDefault(read) != null) {
            return "names an sslhostnameverifier of its own, so that nobody knows whether the server's name is looked at";
        }
        return verifies(read)
                ? ""
                : "does not say sslmode=verify-full, so that whoever is between can be the database and read all of it";
    }

    /** Whether a server of that name or number is on this machine, so that nobody is between. */
    public static boolean onThisMachine(String host) {
        return THIS_MACHINE.matcher(host.strip()).matches();
    }

    private static boolean verifies(Properties read) {
        try {
            return SslMode.of(read).verifyPeerName();
        } catch (PSQLException e) {
            // A mode that there is not.
            return false;
        }
    }

    /** Whether a text says in words why a database is not verified; a word such as true does not. */
    public static boolean reason(String text) {
        return WORDS.matcher(text).find();
    }

    private OwnDatabase() {}
}
