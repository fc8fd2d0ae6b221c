/** The console's addresses. Each page is a file of its own that is loaded when it is opened. */
import { createBrowserRouter, type RouteObject } from 'react-router';
import { Loading } from './layout/loading.tsx';
import { FailedPage } from './pages/failed-page.tsx';
import { UnknownPage } from './pages/unknown-page.tsx';

export function createRoutes() {
  return createBrowserRouter(
    [
      {
        HydrateFallback: Loading,
        ErrorBoundary: FailedPage,
        children: [
          {
            lazy: async () => ({ Component: (await import('./layout/sign-in-layout.tsx')).SignInLayout }),
            children: SIGN_IN_PAGES,
          },
          {
            lazy: async () => ({ Component: (await import('./layout/app-layout.tsx')).AppLayout }),
            children: [
              {
                index: true,
                lazy: async () => ({ Component: (await import('./pages/home/home-page.tsx')).HomePage }),
              },
              {
                path: 'organisation',
                lazy: async () => ({
                  Component: (await import('./pages/organisation/organisation-page.tsx')).OrganisationPage,
                }),
              },
              {
                path: 'me',
                lazy: async () => ({ Component: (await import('./pages/me/me-page.tsx')).MePage }),
              },
              {
                path: 'people',
                lazy: async () => ({ Component: (await import('./pages/people/people-page.tsx')).PeoplePage }),
              },
              {
                path: 'roles',
                lazy: async () => ({ Component: (await import('./pages/roles/roles-page.tsx')).RolesPage }),
              },
              {
                path: 'keys',
                lazy: async () => ({ Component: (await import('./pages/keys/keys-page.tsx')).KeysPage }),
              },
              {
                path: 'audit',
                lazy: async () => ({ Component: (await import('./pages/audit/audit-page.tsx')).AuditPage }),
              },
              {
                path: 'looks',
                lazy: async () => ({ Component: (await import('./pages/audit/looks-page.tsx')).LooksPage }),
              },
              {
                path: 'sites',
                lazy: async () => ({ Component: (await import('./pages/sites/sites-page.tsx')).SitesPage }),
              },
              {
                path: 'branches',
                lazy: async () => ({ Component: (await import('./pages/branches/branches-page.tsx')).BranchesPage }),
              },
              {
                path: 'partners',
                lazy: async () => ({ Component: (await import('./pages/partners/partners-page.tsx')).PartnersPage }),
              },
              {
                path: 'openings',
                lazy: async () => ({ Component: (await import('./pages/openings/openings-page.tsx')).OpeningsPage }),
              },
              {
                path: 'exports',
                lazy: async () => ({ Component: (await import('./pages/exports/exports-page.tsx')).ExportsPage }),
              },
              {
                path: 'shares',
                lazy: async () => ({ Component: (await import('./pages/shares/shares-page.tsx')).SharesPage }),
              },
              {
                path: 'mandates',
                lazy: async () => ({ Component: (await import('./pages/mandates/mandates-page.tsx')).MandatesPage }),
              },
              {
                path: 'operator',
                lazy: async () => ({ Component: (await import('./pages/operator/operator-page.tsx')).OperatorPage }),
              },
              {
                path: 'operator/map',
                lazy: async () => ({ Component: (await import('./pages/operator/map/map-page.tsx')).MapPage }),
              },
              {
                path: 'packs',
                lazy: async () => ({ Component: (await import('./pages/packs/packs-page.tsx')).PacksPage }),
              },
              {
                path: 'demonstration',
                lazy: async () => ({
                  Component: (await import('./pages/demonstration/demonstration-page.tsx')).DemonstrationPage,
                }),
              },
              {
                path: 'backup',
                lazy: async () => ({ Component: (await import('./pages/backup/backup-page.tsx')).BackupPage }),
              },
              {
                path: 'supervision',
                lazy: async () => ({
                  Component: (await import('./pages/supervision/supervision-page.tsx')).SupervisionPage,
                }),
              },
              {
                path: 'supervision/:id',
                lazy: async () => ({
                  Component: (await import('./pages/supervision/supervised-page.tsx')).SupervisedPage,
                }),
              },
              {
                path: 'readings',
                lazy: async () => ({ Component: (await import('./pages/readings/readings-page.tsx')).ReadingsPage }),
              },
              {
                path: 'help/:guide?',
                lazy: async () => ({ Component: (await import('./pages/help/help-page.tsx')).HelpPage }),
              },
              ...RECORD_PAGES,
              { path: '*', Component: UnknownPage },
            ],
          },
        ],
      },
    ],
    { basename: '/console' },
  );
}

const SIGN_IN_PAGES: RouteObject[] = [
  {
    path: 'sign-in',
    lazy: async () => ({ Component: (await import('./pages/sign-in/sign-in-page.tsx')).SignInPage }),
  },
  {
    path: 'start',
    lazy: async () => ({ Component: (await import('./pages/start/start-page.tsx')).StartPage }),
  },
];

/** What is handed in to authorities. */
const FILING_PAGES: RouteObject[] = [
  {
    path: 'compliance/filings',
    lazy: async () => ({ Component: (await import('./pages/compliance/filings/filings-page.tsx')).FilingsPage }),
  },
  {
    path: 'compliance/filings/:pack/:filing',
    lazy: async () => ({ Component: (await import('./pages/compliance/filings/kind-page.tsx')).KindPage }),
  },
  {
    path: 'compliance/filed/:id',
    lazy: async () => ({ Component: (await import('./pages/compliance/filings/filed-page.tsx')).FiledPage }),
  },
];

/** What is to be shipped. */
const ORDER_PAGES: RouteObject[] = [
  {
    path: 'spaces/:id',
    lazy: async () => ({ Component: (await import('./pages/spaces/space-page.tsx')).SpacePage }),
  },
  {
    path: 'orders',
    lazy: async () => ({ Component: (await import('./pages/orders/orders-page.tsx')).OrdersPage }),
  },
  {
    path: 'orders/:id',
    lazy: async () => ({ Component: (await import('./pages/orders/order-page.tsx')).OrderPage }),
  },
  {
    path: 'orders/:id/change',
    lazy: async () => ({ Component: (await import('./pages/orders/change-page.tsx')).ChangePage }),
  },
];

/** What the organisation recorded, and what is said of it. */
const RECORD_PAGES: RouteObject[] = [
  {
    path: 'record',
    lazy: async () => ({ Component: (await import('./pages/record/record-page.tsx')).RecordPage }),
  },
  {
    path: 'record/new/:pack/:stage',
    lazy: async () => ({ Component: (await import('./pages/record/new-sheet-page.tsx')).NewSheetPage }),
  },
  {
    path: 'record/import',
    lazy: async () => ({ Component: (await import('./pages/imports/imports-page.tsx')).ImportsPage }),
  },
  {
    path: 'record/import/:id',
    lazy: async () => ({ Component: (await import('./pages/imports/import-page.tsx')).ImportPage }),
  },
  {
    path: 'record/:id',
    lazy: async () => ({ Component: (await import('./pages/record/sheet-page.tsx')).SheetPage }),
  },
  ...ORDER_PAGES,
  {
    path: 'labels',
    lazy: async () => ({ Component: (await import('./pages/labels/labels-page.tsx')).LabelsPage }),
  },
  {
    path: 'labels/:id',
    lazy: async () => ({ Component: (await import('./pages/labels/run-page.tsx')).RunPage }),
  },
  {
    path: 'master-data',
    lazy: async () => ({ Component: (await import('./pages/master/master-page.tsx')).MasterPage }),
  },
  {
    path: 'master-data/unknown',
    lazy: async () => ({
      Component: (await import('./pages/master/unknown/unknown-codes-page.tsx')).UnknownCodesPage,
    }),
  },
  {
    path: 'master-data/duplicates',
    lazy: async () => ({
      Component: (await import('./pages/master/duplicates/duplicates-page.tsx')).DuplicatesPage,
    }),
  },
  {
    path: 'master-data/:code',
    lazy: async () => ({ Component: (await import('./pages/master/entry-page.tsx')).EntryPage }),
  },
  {
    path: 'trace',
    lazy: async () => ({ Component: (await import('./pages/trace/trace-page.tsx')).TracePage }),
  },
  {
    path: 'drill',
    lazy: async () => ({ Component: (await import('./pages/drill/drill-page.tsx')).DrillPage }),
  },
  {
    path: 'drill/:id',
    lazy: async () => ({ Component: (await import('./pages/drill/held-page.tsx')).HeldPage }),
  },
  {
    path: 'compliance',
    lazy: async () => ({
      Component: (await import('./pages/compliance/compliance-page.tsx')).CompliancePage,
    }),
  },
  {
    path: 'compliance/findings',
    lazy: async () => ({ Component: (await import('./pages/compliance/findings-page.tsx')).FindingsPage }),
  },
  {
    path: 'compliance/years',
    lazy: async () => ({ Component: (await import('./pages/compliance/years/years-page.tsx')).YearsPage }),
  },
  {
    path: 'compliance/duties',
    lazy: async () => ({ Component: (await import('./pages/compliance/duties-page.tsx')).DutiesPage }),
  },
  {
    path: 'compliance/ledgers/:pack/:ledger',
    lazy: async () => ({ Component: (await import('./pages/compliance/ledger-page.tsx')).LedgerPage }),
  },
  {
    path: 'compliance/balances/:pack/:balance',
    lazy: async () => ({ Component: (await import('./pages/compliance/balances/balance-page.tsx')).BalancePage }),
  },
  {
    path: 'compliance/quotas',
    lazy: async () => ({ Component: (await import('./pages/compliance/quotas/quotas-page.tsx')).QuotasPage }),
  },
  ...FILING_PAGES,
  {
    path: 'drafts',
    lazy: async () => ({ Component: (await import('./pages/drafts/drafts-page.tsx')).DraftsPage }),
  },
  {
    path: 'countersign',
    lazy: async () => ({
      Component: (await import('./pages/countersign/countersign-page.tsx')).CountersignPage,
    }),
  },
  {
    path: 'countersign/:eventID',
    lazy: async () => ({
      Component: (await import('./pages/countersign/countersigned-page.tsx')).CountersignedPage,
    }),
  },
  {
    path: 'disputes',
    lazy: async () => ({ Component: (await import('./pages/disputes/disputes-page.tsx')).DisputesPage }),
  },
];
