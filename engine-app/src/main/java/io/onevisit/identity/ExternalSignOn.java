package io.onevisit.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Sign-on by somebody else's issuer, where one is configured: found at its address when first needed, so that we start
 * without it, and trusted for who somebody is. What they may do here is said by our account.
 */
@Component
class ExternalSignOn implements ClientRegistrationRepository {

    static final String ID = "external";
    private static final Logger LOG = LoggerFactory.getLogger(ExternalSignOn.class);

    private final IdentityProperties.Issuer issuer;
    private final Accounts accounts;
    private final Sessions sessions;
    private volatile ClientRegistration found;

    ExternalSignOn(IdentityProperties properties, Accounts accounts, Sessions sessions) {
        this.issuer = properties.issuer();
        this.accounts = accounts;
        this.sessions = sessions;
    }

    boolean configured() {
        return !issuer.uri().isBlank();
    }

    String name() {
        return issuer.name();
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!configured() || !ID.equals(id)) {
            return null;
        }
        if (found == null) {
            found = ClientRegistrations.fromIssuerLocation(issuer.uri())
                    .registrationId(ID)
                    .clientId(issuer.clientId())
                    .clientSecret(issuer.clientSecret())
                    .scope(issuer.scopes())
                    .userNameAttributeName(issuer.claims().username())
                    .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                    .clientSettings(ClientRegistration.ClientSettings.builder()
                            .requireProofKey(true)
                            .build())
                    .build();
        }
        return found;
    }

    /** Begins a session of the account that the issuer's claims name; nobody is let in without one. */
    void signedOn(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        var account = authentication.getPrincipal() instanceof OidcUser user
                ? account(user)
                : Optional.<Accounts.Stored>empty();
        if (account.isEmpty()) {
            LOG.info("The external issuer knows somebody who has no account here");
            response.sendRedirect("/sign-in?refused=unknown");
            return;
        }
        sessions.begin(
                new SignIn.Proved(account.get(), twoFactors((OidcUser) authentication.getPrincipal())),
                request,
                response);
        response.sendRedirect("/sign-in?done=external");
    }

    void refused(HttpServletRequest request, HttpServletResponse response, Exception failure) throws IOException {
        LOG.warn("Sign-on by the external issuer failed: {}", failure.getMessage());
        response.sendRedirect("/sign-in?refused=failed");
    }

    private Optional<Accounts.Stored> account(OidcUser user) {
        var claims = issuer.claims();
        return text(user, claims.username())
                .flatMap(accounts::stored)
                .or(() -> text(user, claims.idNo())
                        .flatMap(accounts::withIdNo)
                        .flatMap(one -> accounts.stored(one.username())))
                .filter(stored -> stored.account().kind() != AccountKind.LEGAL);
    }

    /** The issuer says how it has recognised somebody (RFC 8176). */
    private static boolean twoFactors(OidcUser user) {
        var ways = user.getClaimAsStringList("amr");
        return ways != null
                && List.of("mfa", "otp", "hwk", "fpt", "face").stream().anyMatch(ways::contains);
    }

    private static Optional<String> text(OidcUser user, String claim) {
        return claim.isBlank() ? Optional.empty() : Optional.ofNullable(user.getClaimAsString(claim));
    }
}
