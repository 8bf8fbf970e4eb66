package dev.sluice.domain;

/** Whether a part of the live requests is copied to a shadow deployment, whose answers are dropped. */
public sealed interface Mirror {

    /** The cloud's limit: half the live requests (reference 2.3, for the sake of bandwidth). */
    Percent LIMIT = new Percent(50);

    /** Nothing is copied. */
    record Off() implements Mirror {
        @Override
        public String toString() {
            return "off";
        }
    }

    /** {@code share} of the live requests are copied to {@code target}. A share of 0 is {@link Off}. */
    record To(DeploymentName target, Percent share) implements Mirror {
        public To {
            if (share.value() == 0) {
                throw new IllegalArgumentException("a mirror of 0 % is off");
            }
        }

        @Override
        public String toString() {
            return target + "=" + share.value();
        }
    }

    static Mirror off() {
        return new Off();
    }

    static Mirror to(DeploymentName target, Percent share) {
        return share.value() == 0 ? off() : new To(target, share);
    }

    /** How much of the live traffic is copied to {@code name}. */
    default Percent shareOf(DeploymentName name) {
        return this instanceof To to && to.target().equals(name) ? to.share() : Percent.ZERO;
    }
}
