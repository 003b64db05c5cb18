package io.onevisit.identity;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param secondFactor whom a password alone does not let in
 * @param issuer whose sign-on is trusted beside our own; nobody's where it has no address
 */
@ConfigurationProperties("onevisit.identity")
record IdentityProperties(@DefaultValue SecondFactor secondFactor, @DefaultValue Issuer issuer) {

    /**
     * @param uri the issuer's address, under which {@code /.well-known/openid-configuration} lies
     * @param name what the button on the sign-in page calls it
     */
    record Issuer(
            @DefaultValue("") String uri,
            @DefaultValue("") String clientId,
            @DefaultValue("") String clientSecret,
            @DefaultValue("统一身份认证平台") String name,
            @DefaultValue({"openid", "profile"}) Set<String> scopes,
            @DefaultValue Claims claims) {}

    /**
     * Names of the issuer's claims.
     *
     * @param username holds the user name of the account here
     * @param idNo holds a proved identity number; empty where there is none
     */
    record Claims(@DefaultValue("preferred_username") String username, @DefaultValue("") String idNo) {}

    /** @param requiredFor everybody with one of these roles; all but citizens unless something else is said */
    record SecondFactor(Set<Role> requiredFor) {
        SecondFactor {
            requiredFor = requiredFor == null ? EnumSet.complementOf(EnumSet.of(Role.CITIZEN)) : requiredFor;
        }
    }
}
