package io.onevisit.identity;

import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.verifier.exception.VerificationException;
import io.onevisit.problems.Problem;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Passkeys (WebAuthn level 3): keys on people's devices, bound to our address, which a copied page can't use. A device opens
 * them by PIN, finger or face, so that one counts as two factors.
 */
@Component
class Passkeys {

    /** More than anybody has devices. */
    private static final int MOST = 10;

    /** Where the flags stand in what a device signs (WebAuthn level 3, §6.1), and the one that says it knew its owner. */
    private static final int FLAGS = 32;

    private static final int PERSON_VERIFIED = 0x04;

    private final JdbcPublicKeyCredentialUserEntityRepository owners;
    private final JdbcUserCredentialRepository keys;
    private final SingletonSupplier<WebAuthnRelyingPartyOperations> party;

    Passkeys(JdbcOperations jdbc, Environment environment) {
        owners = new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
        keys = new JdbcUserCredentialRepository(jdbc);
        party = SingletonSupplier.of(() -> party(address(environment)));
    }

    /** Our address as browsers know it; without a public one this machine's, whose port is known once the server runs. */
    private static String address(Environment environment) {
        var address = environment.getProperty("onevisit.public-url", "");
        return address.isBlank()
                ? "http://localhost:" + environment.getProperty("local.server.port", "8080")
                : address.replaceAll("/$", "");
    }

    private WebAuthnRelyingPartyOperations party(String address) {
        var name = PublicKeyCredentialRpEntity.builder()
                .id(URI.create(address).getHost())
                .name("一件事一次办")
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(owners, keys, name, Set.of(address));
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** What a device needs to make a key for this account. */
    @Transactional
    public PublicKeyCredentialCreationOptions asked(Account account) {
        if (of(account.username()).size() >= MOST) {
            throw Problem.conflict("passkeys-enough", "最多保存 %d 个通行密钥，请先删除不用的。".formatted(MOST));
        }
        return party.obtain()
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(named(account)));
    }

    /** Keeps the key that a device has made as it was asked to with this challenge. */
    @Transactional
    public void keep(Account account, Bytes challenge, RelyingPartyPublicKey made) {
        var asked = asked(account);
        var options = PublicKeyCredentialCreationOptions.builder()
                .rp(asked.getRp())
                .user(asked.getUser())
                .pubKeyCredParams(asked.getPubKeyCredParams())
                .authenticatorSelection(asked.getAuthenticatorSelection())
                .attestation(asked.getAttestation())
                .challenge(challenge)
                .build();
        try {
            party.obtain().registerCredential(new ImmutableRelyingPartyRegistrationRequest(options, made));
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            throw Problem.invalid("passkey-refused", "没有保存通行密钥：设备的答复没有通过核验。请重新添加。");
        }
    }

    /** What a device needs to prove that it holds a key; whose it is, the device says. */
    PublicKeyCredentialRequestOptions challenge() {
        return party.obtain()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /** @return the user name of the account whose key answered the challenge; a 401 problem if none did */
    @Transactional
    public String proved(
            PublicKeyCredentialRequestOptions challenge, PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        if (keys.findByCredentialId(answer.getRawId()) == null) {
            throw refused();
        }
        try {
            var owner = party.obtain().authenticate(new RelyingPartyAuthenticationRequest(challenge, answer));
            if (!personVerified(answer)) {
                throw refused();
            }
            return owner.getName();
        } catch (DataConversionException | VerificationException | IllegalArgumentException e) {
            throw refused();
        }
    }

    /** Whether the device has asked for PIN, finger or face, as it was told to; the library takes its word for less. */
    private static boolean personVerified(PublicKeyCredential<AuthenticatorAssertionResponse> answer) {
        return (answer.getResponse().getAuthenticatorData().getBytes()[FLAGS] & PERSON_VERIFIED) != 0;
    }

    private static Problem refused() {
        return new Problem(HttpStatus.UNAUTHORIZED, "passkey-refused", "这个通行密钥不能登录：可能已被删除，或设备没有核验您本人。请用密码登录。");
    }

    List<Line> of(String username) {
        var owner = owners.findByUsername(username);
        return owner == null
                ? List.of()
                : keys.findByUserId(owner.getId()).stream()
                        .map(key -> new Line(
                                key.getCredentialId().toBase64UrlString(),
                                key.getLabel(),
                                key.getCreated(),
                                key.getLastUsed()))
                        .sorted(Comparator.comparing(Line::created))
                        .toList();
    }

    @Transactional
    public void remove(String username, String id) {
        if (of(username).stream().noneMatch(line -> line.id().equals(id))) {
            throw Problem.notFound("passkey-unknown", "这个通行密钥已经删除，请刷新列表。");
        }
        keys.delete(Bytes.fromBase64(id));
    }

    private static Authentication named(Account account) {
        return UsernamePasswordAuthenticationToken.authenticated(account.username(), null, List.of());
    }

    /** One passkey as its owner sees it. */
    record Line(String id, String label, Instant created, Instant lastUsed) {}
}
