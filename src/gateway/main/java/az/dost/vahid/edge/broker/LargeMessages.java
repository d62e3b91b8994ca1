package az.dost.vahid.edge.broker;

import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveClientLargeMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionReceiveMessage;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;

/**
 * Artemis's client holds a text, a map or an object whole, and inflates it, before anybody can ask how long it is. What
 * is too long, or compressed, becomes a message of bytes, of which nothing is held before it is read.
 */
final class LargeMessages implements Interceptor {
    /** Of a text, a character takes two bytes on its way. */
    private static final long BYTES_OF_A_CHARACTER = 2;

    private static final int HEAD = 64;
    private final long most;

    /** @param most characters of a text that is held */
    LargeMessages(int most) {
        this.most = BYTES_OF_A_CHARACTER * most + HEAD;
    }

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) {
        if (packet instanceof SessionReceiveClientLargeMessage large) {
            plain(large.getLargeMessage(), large.getLargeMessageSize() > most);
        } else if (packet instanceof SessionReceiveMessage received) {
            plain(received.getMessage(), false);
        }
        return true;
    }

    private static void plain(Message message, boolean tooLong) {
        boolean compressed = message.containsProperty(Message.HDR_LARGE_COMPRESSED);
        if (compressed) {
            message.removeProperty(Message.HDR_LARGE_COMPRESSED);
        }
        if (compressed || tooLong) {
            message.toCore().setType(Message.BYTES_TYPE);
        }
    }
}
