/** What newspapers and agencies are called, after a name of their own: "The Harbour Post", "Sky News". */
const NAMES =
  /^(?:\p{Lu}\S*\s){1,4}(?:Times|Post|News|Herald|Gazette|Courier|Tribune|Chronicle|Journal|Star|Mail|Telegraph|Observer|Guardian|Mirror|Standard|Independent|Examiner|Press|Daily|Globe|Sun|Advertiser|Argus|Echo|Mercury|Record|Review|Register|Sentinel|Inquirer|Dispatch|Bulletin)$/iu;

export const isNewspaper = (text: string): boolean => NAMES.test(text);
