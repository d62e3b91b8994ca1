package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.Connector;
import java.util.List;
import java.util.Set;

/**
 * Whom one lookup asks.
 *
 * @param planned the connectors that have a row
 * @param routes endpoints of those that are asked
 * @param off ids of those that have a row and are not asked
 * @param shadowed endpoints of those that are asked beside the lookup and have no row
 */
public record RolloutSelection(List<Connector> planned, List<String> routes, Set<String> off, List<String> shadowed) {}
