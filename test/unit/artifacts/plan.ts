/** A made-up proposal that tells its readers everything. */
export const plan = `---
stakeholders:
  - name: Platform team
    role: runs the pipeline
    caresAbout: [on-call load, budget]
  - {name: Support desk, caresAbout: [customers]}
author: Kim Ito
---

# One staging environment

## Summary

We propose one staging environment for the web shop, run from the same configuration as production. It replaces the five that drift apart.

## Background

That said, the five environments cost us two days in April, because a fix that worked in one broke the shop. Customers saw an empty basket on 3 April. Each team keeps its own copy of the catalogue, and nobody knows which one is right.

## Status

We have built a prototype that two teams have used since May. The delivery group has promised the test data.

## How it works

The environment has one address for each team, and the test data is a copy of the catalogue, with the names of customers left out. The certificates come from the same authority as those of the shop, and the logs stand in the usual place, under the name of the team. On Sunday at midnight all addresses are empty again. The environment has one address for each team, and the test data is a copy of the catalogue, with the names of customers left out. The certificates come from the same authority as those of the shop, and the logs stand in the usual place, under the name of the team. On Sunday at midnight all addresses are empty again. The environment has one address for each team, and the test data is a copy of the catalogue, with the names of customers left out. The certificates come from the same authority as those of the shop, and the logs stand in the usual place, under the name of the team. On Sunday at midnight all addresses are empty again.

## Risks

The on-call load may rise in the first month, since more people depend on one cluster. The budget could run over by $300 a month. Customers might see test mails if the filter fails.

## Asks

- [ ] **Ask 1, platform team:** review the cluster design, 6 hours a week, until 12 June
- [x] **Ask 2, delivery group:** lend us a test account (Kim, 3 May)
- [ ] ~~**Ask 3, support desk:** answer questions at night~~

## Questions

Which services should move first? The steering group will decide on this proposal on 20 June.

Please comment in the channel #staging.
`
