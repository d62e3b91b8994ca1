package az.dost.vahid.presentations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import az.dost.vahid.credentials.IssuedCredentials;
import az.dost.vahid.credentials.Wallets;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.presentation.PresentationException;
import az.dost.vahid.signature.presentation.PresentationProof;
import com.authlete.sd.SDJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An answer that is right but for one thing gets that thing's code. */
@Tag("attack")
class WalletAnswersTest {
    private static final Wallets WALLETS = Showing.WALLETS;
    private static final Wallets.Copy MINE = Showing.copy();
    private static final Wallets.Copy OTHER = Showing.copy();

    /** What is wrong, and by which code it is told. */
    private enum Wrong {
        STATE(CheckCode.OTHER_QUESTION) {
            @Override
            String form(Showing.Question asked) {
                return answer("y" + asked.state(), Showing.right(MINE, asked, "cause"));
            }
        },
        NONCE(CheckCode.OTHER_QUESTION) {
            @Override
            String shown(Showing.Question asked) {
                return Showing.signed(cause(), MINE.key(), asked.client(), "n-1", Instant.now());
            }
        },
        AUDIENCE(CheckCode.OTHER_VERIFIER) {
            @Override
            String shown(Showing.Question asked) {
                return Showing.signed(cause(), MINE.key(), "x509_hash:other", asked.nonce(), Instant.now());
            }
        },
        KEY_OF_ANOTHER_WALLET(CheckCode.HOLDER_UNPROVEN) {
            @Override
            String shown(Showing.Question asked) {
                return Showing.signed(cause(), OTHER.key(), asked.client(), asked.nonce(), Instant.now());
            }
        },
        NOT_SIGNED(CheckCode.HOLDER_UNPROVEN) {
            @Override
            String shown(Showing.Question asked) {
                return cause();
            }
        },
        SIGNED_EARLIER(CheckCode.SHOWN_AT_OTHER_TIME) {
            @Override
            String shown(Showing.Question asked) {
                return Showing.signed(
                        cause(),
                        MINE.key(),
                        asked.client(),
                        asked.nonce(),
                        Instant.now().minus(Duration.ofMinutes(6)));
            }
        },
        LESS_THAN_ASKED(CheckCode.CLAIMS_MISSING) {
            @Override
            String shown(Showing.Question asked) {
                return Showing.right(MINE, asked, "since");
            }
        },
        CLAIM_OF_ANOTHER_COPY(CheckCode.DISCLOSURE_FOREIGN) {
            @Override
            String shown(Showing.Question asked) {
                String foreign = Showing.part(OTHER, List.of("cause"));
                String mixed = SDJWT.parse(MINE.text()).getCredentialJwt() + foreign.substring(foreign.indexOf('~'));
                return Showing.signed(mixed, MINE.key(), asked.client(), asked.nonce(), Instant.now());
            }
        },
        ANOTHER_ISSUER(CheckCode.SIGNER_UNKNOWN) {
            @Override
            String shown(Showing.Question asked) {
                ObjectNode claims =
                        (ObjectNode) Showing.payload(SDJWT.parse(MINE.text()).getCredentialJwt());
                ECKey foreign = Wallets.key();
                try {
                    JWSHeader header = JWSHeader.parse(new Base64URL(
                            SDJWT.parse(MINE.text()).getCredentialJwt().split("[.]")[0]));
                    JWSHeader own = new JWSHeader.Builder(header)
                            .x509CertChain(null)
                            .jwk(foreign.toPublicJWK())
                            .build();
                    String made = Wallets.signed(foreign, own, JWTClaimsSet.parse(claims.toString()));
                    String part = cause();
                    return Showing.signed(
                            made + part.substring(part.indexOf('~')),
                            MINE.key(),
                            asked.client(),
                            asked.nonce(),
                            Instant.now());
                } catch (ParseException e) {
                    throw new AssertionError(e);
                }
            }
        },
        FORGED(CheckCode.CONTENT_CHANGED) {
            @Override
            String shown(Showing.Question asked) {
                String part = cause();
                String[] said = part.split("[.~]");
                String made = said[0] + "." + said[1] + "." + Wallets.signature(Wallets.key(), said[0] + "." + said[1]);
                return Showing.signed(
                        made + part.substring(part.indexOf('~')),
                        MINE.key(),
                        asked.client(),
                        asked.nonce(),
                        Instant.now());
            }
        },
        ANOTHER_TYPE(CheckCode.CREDENTIAL_OTHER) {
            @Override
            String shown(Showing.Question asked) {
                return own(
                        asked,
                        claims -> claims.put("vct", claims.path("vct").asText().replace("disability", "pension")));
            }
        },
        OVER(CheckCode.CREDENTIAL_ENDED) {
            @Override
            String shown(Showing.Question asked) {
                return own(asked, claims -> claims.put("exp", Instant.now().getEpochSecond() - 1));
            }
        },
        ANOTHER_LIST(CheckCode.CREDENTIAL_REVOKED) {
            @Override
            String shown(Showing.Question asked) {
                return own(
                        asked,
                        claims -> ((ObjectNode) claims.at("/status/status_list"))
                                .put("uri", "https://lists.example/v1/credentials/status/0"));
            }
        },
        A_PLACE_THAT_IS_NOBODYS(CheckCode.CREDENTIAL_REVOKED) {
            @Override
            String shown(Showing.Question asked) {
                return own(asked, claims -> ((ObjectNode) claims.at("/status/status_list")).put("idx", 1 << 20));
            }
        },
        NO_STATUS(CheckCode.CREDENTIAL_REVOKED) {
            @Override
            String shown(Showing.Question asked) {
                return own(asked, claims -> claims.remove("status"));
            }
        },
        A_TEXT_IN_PLACE_OF_A_LIST(CheckCode.CREDENTIAL_MALFORMED) {
            @Override
            String form(Showing.Question asked) {
                return token(asked, "{\"proof\":\"" + Showing.right(MINE, asked, "cause") + "\"}");
            }
        },
        ANOTHER_QUERY(CheckCode.CREDENTIAL_MALFORMED) {
            @Override
            String form(Showing.Question asked) {
                return token(asked, "{\"other\":[\"" + Showing.right(MINE, asked, "cause") + "\"]}");
            }
        },
        TWO_OF_THEM(CheckCode.CREDENTIAL_MALFORMED) {
            @Override
            String form(Showing.Question asked) {
                String one = Showing.right(MINE, asked, "cause");
                return token(asked, "{\"proof\":[\"" + one + "\",\"" + one + "\"]}");
            }
        },
        TWICE(CheckCode.CREDENTIAL_MALFORMED) {
            @Override
            String form(Showing.Question asked) {
                String one = Showing.right(MINE, asked, "cause");
                return token(asked, "{\"proof\":[\"" + one + "\"],\"proof\":[\"" + one + "\"]}");
            }
        },
        NO_JSON(CheckCode.CREDENTIAL_MALFORMED) {
            @Override
            String form(Showing.Question asked) {
                return token(asked, Showing.right(MINE, asked, "cause"));
            }
        };

        private final CheckCode code;

        Wrong(CheckCode code) {
            this.code = code;
        }

        String shown(Showing.Question asked) {
            throw new AssertionError("It has a form of its own");
        }

        String form(Showing.Question asked) {
            return answer(asked.state(), shown(asked));
        }

        private static String answer(String state, String shown) {
            return "state=" + Showing.encoded(state) + "&vp_token=" + Showing.encoded(Showing.token(shown));
        }

        private static String token(Showing.Question asked, String token) {
            return "state=" + Showing.encoded(asked.state()) + "&vp_token=" + Showing.encoded(token);
        }

        private static String cause() {
            return Showing.part(MINE, List.of("cause"));
        }

        /** The issuer's own signature, over other claims. */
        private static String own(Showing.Question asked, Consumer<ObjectNode> change) {
            ObjectNode claims =
                    (ObjectNode) Showing.payload(SDJWT.parse(MINE.text()).getCredentialJwt());
            change.accept(claims);
            String made = WALLETS.vahid
                    .bean(DossierSigner.class)
                    .chained(claims.toString().getBytes(StandardCharsets.UTF_8), "dc+sd-jwt");
            String part = cause();
            return Showing.signed(
                    made + part.substring(part.indexOf('~')), MINE.key(), asked.client(), asked.nonce(), Instant.now());
        }
    }

    @ParameterizedTest
    @EnumSource(Wrong.class)
    void is_refused_by_its_code(Wrong wrong) {
        JsonNode asked = Showing.asked("disability", "cause");
        Showing.Question question = Showing.question(asked);
        var answer = Showing.send(question.id(), wrong.form(question));
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode told = Wallets.json(answer);
        assertThat(told.path("error").asText()).isEqualTo("invalid_request");
        assertThat(told.path("code").asText()).isEqualTo("PRESENTATION_INVALID");
        JsonNode read = Showing.read(asked);
        assertThat(read.path("state").asText()).isEqualTo("OPEN");
        assertThat(read.path("reason").asText()).isEqualTo(wrong.code.name());
        assertThat(read.at("/claims/0").has("value")).isFalse();
        assertThat(Showing.answer(question, Showing.token(Showing.right(MINE, question, "cause")))
                        .statusCode())
                .as("what is right is taken after it")
                .isEqualTo(200);
    }

    /** No byte of a presentation can be another one, and none is met with anything but a refusal. */
    @Test
    void a_changed_byte_is_refused_wherever_it_stands() {
        JsonNode asked = Showing.asked("disability", "cause");
        UUID id = UUID.fromString(asked.path("presentationId").asText());
        IssuedCredentials issued = WALLETS.vahid.bean(IssuedCredentials.class);
        WalletAnswers answers = new WalletAnswers(
                WALLETS.vahid.bean(WalletQuestions.class),
                issued,
                new PresentationProof(
                        WALLETS.vahid.bean(GatewayProof.class).certificates(), List.of(), InstantSource.system()));
        Presentation open =
                WALLETS.vahid.bean(Presentations.class).find(id, Instant.now()).orElseThrow();
        IssuedCredentials.Kind kind = issued.kind("disability").orElseThrow();
        String right = Showing.right(MINE, Showing.question(asked), "cause");
        assertThat(answers.claims(open, kind, Showing.token(right)).has("cause"))
                .isTrue();
        Random random = new Random(41);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder changed = new StringBuilder(right);
            int place = random.nextInt(right.length());
            char other = (char) (random.nextInt(8) == 0 ? random.nextInt(1, 0x2100) : random.nextInt(33, 127));
            if (other == right.charAt(place)) {
                continue;
            }
            changed.setCharAt(place, other);
            String token = Showing.token(changed.toString());
            assertThat(catchThrowableOfType(PresentationException.class, () -> answers.claims(open, kind, token)))
                    .as("%d: %s", place, other)
                    .isNotNull();
        }
    }
}
