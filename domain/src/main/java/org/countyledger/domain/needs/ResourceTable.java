package org.countyledger.domain.needs;

import static org.countyledger.domain.lifecycle.Field.field;
import static org.countyledger.domain.lifecycle.Lifecycle.lifecycle;
import static org.countyledger.domain.lifecycle.Lifecycle.rows;
import static org.countyledger.domain.lifecycle.RowBuilder.row;
import static org.countyledger.domain.needs.ResourceState.CLOSED;
import static org.countyledger.domain.needs.ResourceState.DRAFT;
import static org.countyledger.domain.needs.ResourceState.OPEN;
import static org.countyledger.domain.needs.ResourceState.PAUSED;

import org.countyledger.domain.actor.Duty;
import org.countyledger.domain.actor.Role;
import org.countyledger.domain.actor.Separation;
import org.countyledger.domain.lifecycle.FieldType;
import org.countyledger.domain.lifecycle.Guards;
import org.countyledger.domain.lifecycle.Lifecycle;
import org.countyledger.domain.record.Kind;
import org.countyledger.domain.support.Providers;
import org.countyledger.domain.support.UnitState;

/** Resource 服务资源: what one provider offers, where, and how much of it a day. */
public final class ResourceTable {
    private static final FieldType CODES = new FieldType.ListOf(FieldType.CODE, 1, 30);
    private static final FieldType TOWNS = new FieldType.ListOf(FieldType.TOWN, 1, 60);
    private static final FieldType CAPACITY = new FieldType.Whole(1, 1000);

    public static final Lifecycle TABLE = lifecycle(
            Kind.RESOURCE,
            ResourceState.class,
            "R5",
            rows(
                    row("E31")
                            .creates()
                            .action("register")
                            .to(DRAFT)
                            .by(Role.NEEDS_OFFICER)
                            .hand(Duty.PROPOSE)
                            .when(Guards.names("provider", Kind.ORG_UNIT, UnitState.ACTIVE))
                            .shows(
                                    field("provider", FieldType.NAME),
                                    field("serviceCodes", CODES),
                                    field("homeTown", FieldType.TOWN),
                                    field("townsServed", TOWNS),
                                    field("capacityPerDay", CAPACITY),
                                    field("hours", FieldType.PUBLIC_NAME),
                                    field("priceFen", FieldType.COUNT))
                            .stages("contact")
                            .does((situation, draft) -> draft.handledBy("CivilAffairsMSP", "civil-affairs")),
                    row("E32")
                            .from(DRAFT, PAUSED)
                            .action("open")
                            .to(OPEN)
                            .by(Role.NEEDS_OFFICER)
                            .hand(Duty.RATIFY)
                            .separate(Separation.S7)
                            .when(ResourceChanges.licenceIsValid())
                            .shows(field("until", FieldType.DATE))
                            .stages("licence"),
                    row("E33")
                            .from(OPEN)
                            .action("change")
                            .stays()
                            .by(Role.NEEDS_OFFICER, Role.PROVIDER)
                            .when(Providers.isOwn(), ResourceChanges.providerChangesOnlyCapacityAndHours())
                            .notes(
                                    field("serviceCodes", CODES).optional(),
                                    field("townsServed", TOWNS).optional(),
                                    field("capacityPerDay", CAPACITY).optional(),
                                    field("hours", FieldType.PUBLIC_NAME).optional(),
                                    field("priceFen", FieldType.COUNT).optional())
                            .does(ResourceChanges::fromTomorrow),
                    row("E34")
                            .from(OPEN)
                            .action("refreshScorecard")
                            .stays()
                            .byTimer()
                            .when(ResourceChanges.isNewMonth())
                            .shows(
                                    field("ratingSum", FieldType.COUNT),
                                    field("ratingCount", FieldType.COUNT),
                                    field("fromBlock", FieldType.COUNT),
                                    field("toBlock", FieldType.COUNT))
                            .does(ResourceChanges::rememberMonth),
                    row("E35")
                            .from(OPEN)
                            .action("pause")
                            .to(PAUSED)
                            .by(Role.NEEDS_OFFICER, Role.PROVIDER)
                            .when(Providers.isOwn())
                            .shows(field("reasonCode", FieldType.CODE)),
                    row("E36")
                            .from(DRAFT, OPEN, PAUSED)
                            .action("close")
                            .to(CLOSED)
                            .by(Role.NEEDS_OFFICER)
                            .shows(field("reasonCode", FieldType.CODE))));

    private ResourceTable() {}
}
