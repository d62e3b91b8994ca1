package az.dost.vahid.connector.rollout;

/**
 * How far one connector is used, {@code contracts/rollout.schema.json}.
 *
 * @param share of the citizens, 0 to 1; null unless the use is {@link Use#SHARE}
 * @param perSecond most calls a second, null for no limit
 * @param because for those who look later
 */
public record Rollout(Use use, Double share, Double perSecond, String because) {
    private static final int DIGITS = 8;

    /**
     * Whether the connector is used for lookups about this citizen. Each connector looks at another part of the hash,
     * so that not the same citizens are the first of all.
     *
     * @param person keyed hash of the citizen's FIN, at least 16 hex digits
     */
    public boolean covers(String agency, String person) {
        int from = Math.floorMod(agency.hashCode(), person.length() - DIGITS);
        return Long.parseLong(person, from, from + DIGITS, 16) < share * (1L << (4 * DIGITS));
    }
}
