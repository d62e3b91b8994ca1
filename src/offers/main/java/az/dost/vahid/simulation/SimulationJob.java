package az.dost.vahid.simulation;

import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.rights.LawSimulator;
import az.dost.vahid.signature.DossierSigner;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes what was released, one at a time in the cluster. A gateway that dies leaves nothing half done: the next one
 * computes the same bytes from the beginning.
 */
public final class SimulationJob {
    /** What the signature says it is over; the command's is the same. */
    static final String TYPE = "vahid-simulation+json";

    private static final Logger LOG = LoggerFactory.getLogger(SimulationJob.class);
    /** What ends the gateway is not begun for ever. */
    private static final int MOST_ATTEMPTS = 3;

    private final AskedSimulations simulations;
    private final LawSimulator laws;
    private final DossierSigner signer;
    private final SimulationSettings settings;

    SimulationJob(AskedSimulations simulations, LawSimulator laws, DossierSigner signer, SimulationSettings settings) {
        this.simulations = simulations;
        this.laws = laws;
        this.signer = signer;
        this.settings = settings;
    }

    /** This gateway ends. */
    private static final class Stopping extends RuntimeException {
        Stopping() {
            super("This gateway ends", null, false, false);
        }
    }

    public void run(Exchange exchange) {
        CamelContext gateway = exchange.getContext();
        if (gateway.isStopping()) {
            return;
        }
        simulations.begin().ifPresent(begun -> {
            Optional<AskedSimulation> one = simulations.find(begun.id());
            // A row that somebody changed has said so in the log.
            if (begun.attempts() > MOST_ATTEMPTS || one.isEmpty()) {
                failed(begun.id(), AskedSimulation.Because.INTERNAL);
            } else {
                compute(one.get(), gateway);
            }
        });
    }

    private void compute(AskedSimulation one, CamelContext gateway) {
        Runnable limit = Limit.of(settings.longest());
        try {
            byte[] result = laws.run(one.question().asked(), settings.parallel(), () -> {
                limit.run();
                if (gateway.isStopping()) {
                    throw new Stopping();
                }
            });
            simulations.made(one.id(), result, signer.sign(result, TYPE).compact());
            LOG.info("{} is computed", one);
        } catch (Stopping e) {
            simulations.giveBack(one.id());
        } catch (Limit.Over e) {
            failed(one.id(), AskedSimulation.Because.TOO_LONG);
        } catch (DefinitionException e) {
            failed(one.id(), AskedSimulation.Because.RIGHTS_REFUSED);
        }
    }

    private void failed(UUID id, AskedSimulation.Because because) {
        LOG.warn("Simulation {} came to nothing: {}", id, because);
        simulations.failed(id, because);
    }
}
