package az.dost.vahid.edge.message;

import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import java.util.regex.Pattern;

/** Which queue an answer may go to: the sender's word alone would have the gateway write into any. */
final class ReplyQueues {
    private static final String FIELD = "JMSReplyTo";
    private static final String OWN = "requester.";
    /** As Artemis names them: nobody guesses one, and no queue that has a name is one. */
    private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    /** Neither a wildcard nor a queue within an address ({@code ::}). */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");

    /** Null for anything that is not the name of a queue. */
    static String name(Destination destination) {
        try {
            return destination instanceof Queue queue
                            && queue.getQueueName() != null
                            && NAME.matcher(queue.getQueueName()).matches()
                    ? queue.getQueueName()
                    : null;
        } catch (JMSException e) {
            return null;
        }
    }

    static boolean temporary(Destination destination) {
        String name = name(destination);
        return destination instanceof TemporaryQueue
                && name != null
                && TEMPORARY.matcher(name).matches();
    }

    /**
     * @param destination that a message names; temporary ones are always right
     * @throws ProblemException NOT_GRANTED
     */
    static void judge(Requester requester, Destination destination) {
        if (!temporary(destination)) {
            judge(requester, destination instanceof TemporaryQueue ? null : name(destination));
        }
    }

    /** @param name of a queue, null for one that may not be */
    static void judge(Requester requester, String name) {
        if (name == null
                || !name.startsWith(OWN + requester.id() + ".")
                        && !requester.replyQueues().contains(name)) {
            throw new ProblemException(
                    ProblemCode.NOT_GRANTED,
                    FIELD,
                    "Your answers go to a temporary queue, to a queue below " + OWN + requester.id()
                            + ", or to one that your file names.");
        }
    }

    private ReplyQueues() {}
}
